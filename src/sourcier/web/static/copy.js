// Buttons that copy words; without scripts the words stand on the page to be selected.
"use strict";

document.querySelectorAll("button[data-copy]").forEach((button) => {
  // Without a safe connection browsers keep the clipboard shut: a button would do nothing.
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });
});
