// The short form for contacts: "n" goes to it, Ctrl+Enter saves it, a button sets the next day, a promise shows its fields.
// Without scripts every field is there and the form is sent as it is.
"use strict";

function contactForm() {
  return document.querySelector("[data-contact]");
}

function settleContact() {
  const form = contactForm();
  if (!form) return;
  const promises = form.querySelector("[data-contact-result]").value === "promised_payment";
  for (const field of form.querySelectorAll("[data-contact-promise]")) {
    const typed = field.querySelector("input").value !== "";
    field.hidden = !promises && !typed;
  }
  for (const button of form.querySelectorAll("[data-next-on]")) button.hidden = false;
}

document.addEventListener("DOMContentLoaded", settleContact);
document.addEventListener("htmx:afterSettle", settleContact);

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-contact-result]")) settleContact();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-next-on]");
  if (!button) return;
  const field = document.getElementById("contact-next_on");
  field.value = button.dataset.nextOn;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

document.addEventListener("keydown", (event) => {
  const form = contactForm();
  if (!form || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.contains(event.target)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  try {
    if (localStorage.getItem("saiken.one-letter-keys") === "off") return;
  } catch {
    // the setting cannot be read: the keys stay on
  }
  event.preventDefault();
  form.querySelector("[data-key-note]").focus();
});
