// Keys that work on every page. Each only does what a link, a button or the mouse does as well.
"use strict";

const keys = new Map();

/** Tie a key to a function, unless one types into a field. */
function onKey(key, run) {
  keys.set(key, run);
}

document.addEventListener("keydown", (event) => {
  const at = event.target;
  const typing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  const run = keys.get(event.key);
  if (run && run(event) !== false) event.preventDefault();
});

/** Move to the next (or previous) thing worth a look: elements with data-step, in the order of its numbers. */
function step(by) {
  const steps = [...document.querySelectorAll("[data-step]")].filter((each) => each.offsetParent !== null);
  if (!steps.length) return false;
  steps.sort((one, other) => Number(one.dataset.step) - Number(other.dataset.step));
  const now = steps.findIndex((each) => each.classList.contains("current"));
  const at = now < 0 ? (by > 0 ? 0 : steps.length - 1) : (now + by + steps.length) % steps.length;
  steps.forEach((each) => each.classList.remove("current"));
  const next = steps[at];
  next.classList.add("current");
  if (!next.hasAttribute("tabindex") && !next.matches("a, button")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  next.dispatchEvent(new CustomEvent("stepped", { bubbles: true }));
  return true;
}

function showKeys() {
  const dialog = document.getElementById("keys");
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

onKey("?", showKeys);
onKey("/", () => {
  const field = document.getElementById("q");
  field.focus();
  field.select();
});
onKey("n", () => step(1));
onKey("p", () => step(-1));
onKey("d", () => {
  const link = document.querySelector("[data-dossier]");
  if (!link) return false;
  link.click();
  return true;
});

document.querySelectorAll("[data-keys]").forEach((link) =>
  link.addEventListener("click", (event) => {
    event.preventDefault();
    showKeys();
  }),
);
