// The article: a passage shows its evidence beside the text, and is copied with its source.
"use strict";

(() => {
  const text = document.querySelector(".words .text");
  if (!text) return;
  document.documentElement.classList.add("scripted");
  const beside = document.querySelector(".beside");
  const status = document.getElementById("status");
  const marks = [...text.querySelectorAll("mark[id]")];
  const numberOf = (mark) => Number(mark.dataset.of ?? mark.id.replace("passage-", ""));
  const markOf = (number) => document.getElementById(`passage-${number}`);
  const entryOf = (number) => document.getElementById(`evidence-${number}`);
  const current = () => text.querySelector("mark.current");
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  marks.forEach((mark) => {
    mark.dataset.step = numberOf(mark);
  });

  /** Bring the evidence of a passage into view where it stands beside the text, and mark it there. */
  function show(number) {
    document.querySelectorAll(".passages > li.shown").forEach((each) => each.classList.remove("shown"));
    const entry = entryOf(number);
    if (!entry) {
      tell(status.dataset.elsewhere, number);
      return;
    }
    entry.classList.add("shown");
    if (getComputedStyle(beside).position === "sticky") {
      const top = beside.scrollTop + entry.getBoundingClientRect().top - beside.getBoundingClientRect().top;
      beside.scrollTo({ top: top - 12, behavior: smooth });
    }
  }

  /** Say something to those who do not see the page change; with a number, lead to the part that has its evidence. */
  function tell(words, number) {
    status.textContent = words;
    status.classList.toggle("hidden", number === undefined);
    if (number === undefined) return;
    const link = document.createElement("a");
    const there = new URL(location.href);
    there.searchParams.set("from", number - 1);
    there.hash = `evidence-${number}`;
    link.href = there.href;
    link.textContent = ` ${number}`;
    status.append(link);
  }

  function choose(mark) {
    marks.forEach((each) => each.classList.remove("current"));
    mark.classList.add("current");
    const address = new URL(location.href);
    address.hash = mark.id;
    history.replaceState(history.state, "", address);
    show(numberOf(mark));
  }

  text.addEventListener("stepped", (event) => choose(event.target));
  text.addEventListener("click", (event) => {
    if (event.target.closest("a") || !getSelection().isCollapsed) return;
    const mark = event.target.closest("mark[id], mark[data-of]");
    if (mark) choose(markOf(numberOf(mark)));
  });
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark[id]");
    if (mark && event.target.matches("a")) choose(mark);
  });

  document.querySelectorAll(".passages .back").forEach((link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goBack(Number(link.hash.replace("#passage-", "")));
    }),
  );

  function goBack(number) {
    const mark = markOf(number);
    choose(mark);
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: smooth });
  }

  onKey("e", () => {
    const inside = document.activeElement.closest?.(".passages > li");
    if (inside) {
      goBack(inside.value);
      return true;
    }
    const mark = current() ?? marks[0];
    const entry = mark && entryOf(numberOf(mark));
    if (!entry) return false;
    choose(mark);
    const link = entry.querySelector(".back");
    link.focus({ preventScroll: getComputedStyle(beside).position === "sticky" });
    return true;
  });

  onKey("l", () => {
    const links = [...document.querySelectorAll(".layers a")];
    const at = links.findIndex((each) => each.hasAttribute("aria-current"));
    if (links.length < 2) return false;
    links[(at + 1) % links.length].click();
    return true;
  });

  async function copy(number) {
    const field = document.getElementById(`quote-${number}`);
    if (!field) return;
    try {
      await navigator.clipboard.writeText(field.value);
      tell(status.dataset.copied);
      flash(number, status.dataset.copied);
    } catch {
      // Without a safe connection browsers keep the clipboard shut: the words are shown to be copied by hand.
      field.closest("details").classList.add("shown");
      field.closest("details").open = true;
      field.focus();
      field.select();
      tell(status.dataset.uncopied);
    }
  }

  function flash(number, words) {
    const button = document.querySelector(`[data-quote="quote-${number}"]`);
    const before = button.textContent;
    if (before === words) return;
    button.textContent = words;
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  }

  onKey("q", () => {
    const inside = document.activeElement.closest?.(".passages > li");
    const mark = current();
    if (!inside && !mark) return false;
    copy(inside ? inside.value : numberOf(mark));
    return true;
  });
  document.querySelectorAll("button[data-quote]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.dataset.quote.replace("quote-", "")));
  });

  // A layer is another address: the reader stays where he was.
  const place = `place:${location.pathname}`;
  document.querySelectorAll(".layers a").forEach((link) =>
    link.addEventListener("click", () => sessionStorage.setItem(place, String(scrollY))),
  );
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    scrollTo({ top: Number(kept), behavior: "instant" });
  }

  const asked = /^#(?:passage|evidence)-(\d+)$/.exec(location.hash);
  if (asked && markOf(asked[1])) {
    markOf(asked[1]).classList.add("current");
    show(Number(asked[1]));
  }
})();
