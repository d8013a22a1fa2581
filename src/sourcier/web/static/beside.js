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

  const texts = document.querySelector(".sides");
  if (!texts) return;
  texts.addEventListener("pointerover", (event) => pair(event.target.closest("[data-pair]")));
  texts.addEventListener("pointerleave", () => pair(null));
  texts.addEventListener("focusin", (event) => pair(event.target.closest("[data-pair]")));
  texts.addEventListener("stepped", (event) => pair(event.target));

  // A click on marked words brings its counterpart into view, where it is not; words that are being selected stay.
  texts.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-pair]");
    if (!mark || event.target.closest("a") || !getSelection().isCollapsed) return;
    const other = counterpart(mark);
    if (!other) return;
    pair(mark);
    const box = other.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) other.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  });
})();
