// What a click, the pointer or a step shows in one text is shown in the other as well. The links do the same alone.
"use strict";

(() => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function counterpart(mark) {
    return document.getElementById(mark.dataset.pair);
  }

  function pair(mark) {
    document.querySelectorAll(".paired").forEach((each) => each.classList.remove("paired"));
    if (!mark) return;
    mark.classList.add("paired");
    counterpart(mark)?.classList.add("paired");
  }

  /** Write a place into the address, so that it can be kept or sent. */
  function keep(mark) {
    if (!mark.id) return;
    const address = new URL(location.href);
    address.hash = mark.id;
    history.replaceState(history.state, "", address);
  }

  const texts = document.querySelector(".sides");
  if (!texts) return;
  texts.addEventListener("pointerover", (event) => pair(event.target.closest("[data-pair]")));
  texts.addEventListener("pointerleave", () => pair(null));
  texts.addEventListener("focusin", (event) => pair(event.target.closest("[data-pair]")));
  texts.addEventListener("stepped", (event) => {
    pair(event.target);
    keep(event.target);
  });

  // A click on marked words brings its counterpart into view, where it is not; words that are being selected stay.
  texts.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-pair]");
    if (!mark || event.target.closest("a") || !getSelection().isCollapsed) return;
    const other = counterpart(mark);
    if (!other) return;
    pair(mark);
    keep(mark);
    const box = other.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) other.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  });

  // An address with a place goes on from there.
  const asked = document.getElementById(location.hash.slice(1));
  if (asked && texts.contains(asked)) {
    asked.classList.add("current");
    pair(asked.closest("[data-pair]"));
  }
})();
