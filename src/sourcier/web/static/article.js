// The article: a passage shows its evidence beside the text, and is copied with its source.
"use strict";

(() => {
  const text = document.querySelector(".words .text");
  if (!text) return;
  document.documentElement.classList.add("scripted");
  const reading = document.querySelector(".reading");
  const status = document.getElementById("status");
  const panel = document.querySelector(".passages") ? made() : null;
  const held = panel?.querySelector("div");
  const marks = [...text.querySelectorAll("mark[id]")];
  const numberOf = (mark) => Number(mark.dataset.of ?? mark.id.replace("passage-", ""));
  const markOf = (number) => document.getElementById(`passage-${number}`);
  const entryOf = (number) => document.getElementById(`evidence-${number}`);
  const current = () => text.querySelector("mark.current");
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  marks.forEach((mark) => {
    mark.dataset.step = numberOf(mark);
  });

  /** Show the evidence of a passage in the panel, so that the reader keeps his place, and mark it in the list. */
  function show(number) {
    document.querySelectorAll(".passages > li.shown").forEach((each) => each.classList.remove("shown"));
    const entry = entryOf(number);
    if (!panel) return;
    if (entry) {
      entry.classList.add("shown");
      fill(entry);
    } else held.replaceChildren(...elsewhere(number));
    reading.classList.add("paneled");
    panel.hidden = false;
    panel.scrollTop = 0;
    reading.style.setProperty("--panel", `${panel.offsetHeight}px`);
  }

  /** Copy an entry of the list into the panel; ids stay with the list. */
  function fill(entry) {
    const copied = entry.cloneNode(true);
    copied.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
    copied.querySelector("button[data-quote]").addEventListener("click", () => copy(entry.value, panel));
    copied.querySelector(".back").addEventListener("click", leadBack);
    held.replaceChildren(...copied.childNodes);
    panel.dataset.number = entry.value;
  }

  function close() {
    if (!panel || panel.hidden) return false;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    reading.classList.remove("paneled");
    if (inside && current()) focusOn(current());
    return true;
  }

  function made() {
    const box = document.createElement("section");
    box.className = "panel screen";
    box.hidden = true;
    box.innerHTML = '<p class="top-line"><strong id="panel-title"></strong><button type="button"></button></p><div></div>';
    box.setAttribute("aria-labelledby", "panel-title");
    box.querySelector("strong").textContent = status.dataset.panel;
    const button = box.querySelector("button");
    button.textContent = status.dataset.close;
    button.addEventListener("click", close);
    text.closest(".words").after(box);
    return box;
  }

  /** Return what leads to the part of the page that has the evidence of a passage. */
  function elsewhere(number) {
    const link = document.createElement("a");
    const there = new URL(location.href);
    there.searchParams.set("from", number - 1);
    there.hash = `passage-${number}`;
    link.href = there.href;
    link.textContent = number;
    return [`${status.dataset.elsewhere} `, link];
  }

  /** Say something to those who do not see the page change. */
  function tell(words) {
    status.textContent = words;
  }

  function choose(mark) {
    marks.forEach((each) => each.classList.remove("current"));
    mark.classList.add("current");
    const address = new URL(location.href);
    address.hash = mark.id;
    history.replaceState(history.state, "", address);
    show(numberOf(mark));
    uncover(mark);
  }

  /** Move a passage out from under the panel, where that lies over the text. */
  function uncover(mark) {
    if (!panel || getComputedStyle(panel).position !== "fixed") return;
    const room = panel.getBoundingClientRect().top;
    const { bottom, height } = mark.getBoundingClientRect();
    if (bottom > room) mark.scrollIntoView({ block: height > room ? "start" : "nearest", behavior: smooth });
  }

  text.addEventListener("stepped", (event) => choose(event.target));
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link ? !link.hash || !entryOf(link.hash.replace("#evidence-", "")) : !getSelection().isCollapsed) return;
    const mark = event.target.closest("mark[id], mark[data-of]");
    if (!mark) return;
    if (link) event.preventDefault();
    choose(markOf(numberOf(mark)));
  });
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark[id]");
    if (mark && event.target.matches("a")) choose(mark);
  });

  function leadBack(event) {
    event.preventDefault();
    goBack(Number(event.currentTarget.hash.replace("#passage-", "")));
  }
  document.querySelectorAll(".passages .back").forEach((link) => link.addEventListener("click", leadBack));

  function goBack(number) {
    const mark = markOf(number);
    choose(mark);
    focusOn(mark);
    mark.scrollIntoView({ block: "center", behavior: smooth });
  }

  function focusOn(mark) {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
  }

  /** Return the number of the passage whose evidence has the keyboard, undefined for none. */
  function inside() {
    if (panel?.contains(document.activeElement)) return Number(panel.dataset.number);
    return document.activeElement.closest?.(".passages > li")?.value;
  }

  onKey("e", () => {
    if (inside()) {
      goBack(inside());
      return true;
    }
    const mark = current() ?? marks[0];
    if (!mark || !entryOf(numberOf(mark))) return false;
    choose(mark);
    held.querySelector(".back").focus({ preventScroll: true });
    return true;
  });

  onKey("Escape", () => !document.querySelector("dialog[open]") && close());

  onKey("l", () => {
    const links = [...document.querySelectorAll(".layers a")];
    const at = links.findIndex((each) => each.hasAttribute("aria-current"));
    if (links.length < 2) return false;
    links[(at + 1) % links.length].click();
    return true;
  });

  /** Copy a passage with its source; `place` holds the entry whose button was used. */
  async function copy(number, place = entryOf(number)) {
    const field = place?.querySelector("textarea");
    if (!field) return;
    try {
      await navigator.clipboard.writeText(field.value);
      tell(status.dataset.copied);
      flash(place.querySelector("button[data-quote]"), status.dataset.copied);
    } catch {
      // Without a safe connection browsers keep the clipboard shut: the words are shown to be copied by hand.
      field.closest("details").classList.add("shown");
      field.closest("details").open = true;
      field.focus();
      field.select();
      tell(status.dataset.uncopied);
    }
  }

  function flash(button, words) {
    const before = button.textContent;
    if (before === words) return;
    button.textContent = words;
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  }

  onKey("q", () => {
    const number = inside() ?? (current() && numberOf(current()));
    if (!number) return false;
    copy(number, panel && !panel.hidden && Number(panel.dataset.number) === number ? panel : entryOf(number));
    return true;
  });
  document.querySelectorAll("button[data-quote]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(Number(button.dataset.quote.replace("quote-", ""))));
  });

  document.querySelectorAll("[data-keys-hint]").forEach((each) => {
    each.hidden = false;
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

  const asked = /^#(passage|evidence)-(\d+)$/.exec(location.hash);
  if (asked && markOf(asked[2])) {
    markOf(asked[2]).classList.add("current");
    if (asked[1] === "passage") show(Number(asked[2]));
  }
})();
