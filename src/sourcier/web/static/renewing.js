// While what the texts share is found anew, the page waits for it and loads itself again, unless something was typed.
"use strict";

document.querySelectorAll("[data-renewing]").forEach((box) => {
  let typed = false;
  document.querySelector("main").addEventListener("input", () => {
    typed = true;
  });
  const events = new EventSource(box.dataset.renewing);
  events.addEventListener("message", (event) => {
    if (!["done", "cancelled", "failed"].includes(JSON.parse(event.data).state)) return;
    events.close();
    if (!typed) {
      location.reload();
      return;
    }
    const again = document.createElement("a");
    again.href = location.pathname + location.search;
    again.textContent = box.dataset.renewed;
    box.replaceChildren(again);
  });
});
