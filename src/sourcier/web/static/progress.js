// How far an import has come, as the server tells it; without scripts the page loads itself anew.
"use strict";

document.querySelectorAll("[data-events]").forEach((box) => {
  const bar = box.querySelector("progress");
  const events = new EventSource(box.dataset.events);
  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    document.querySelector("[data-state]").textContent = now.words;
    box.querySelector("[data-now]").textContent = now.step;
    box.querySelector("[data-count]").textContent = now.count;
    if (now.total) {
      bar.max = now.total;
      bar.value = now.done;
    } else bar.removeAttribute("value");
    if (["done", "cancelled", "failed"].includes(now.state)) {
      events.close();
      location.reload();
    }
  });
});
