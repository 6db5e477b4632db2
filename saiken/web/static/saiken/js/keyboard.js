// One-letter keys: "/" goes to the search for persons, once more "/" in its empty field to the page's own filter, "?" to the
// help page, "g" then "c" or "f" to a page, a letter to the link that bears it (data-key).
// They can be switched off on the help page (a setting of this browser) and never act while something is being typed.
"use strict";

const SETTING = "saiken.one-letter-keys";
const PAGES = { c: "city", f: "findings" };
let awaitingPage = false;

function isTyping(target) {
  return target.closest("input, select, textarea, [contenteditable]") !== null;
}

function areOn() {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}

function follow(name) {
  const link = document.querySelector(`[data-key-page="${name}"]`);
  if (link) link.click();
}

function search(event, position) {
  const field = document.querySelectorAll("[data-key-search]")[position];
  if (!field) return;
  event.preventDefault();
  field.focus();
  if (field.select) field.select();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target.id === "quick-q" && event.target.value === "" && areOn()) search(event, 1);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || !areOn()) return;
  if (awaitingPage) {
    awaitingPage = false;
    if (event.key in PAGES) follow(PAGES[event.key]);
    return;
  }
  if (event.key === "g") {
    awaitingPage = true;
  } else if (event.key === "?") {
    follow("help");
  } else if (event.key === "/") {
    search(event, 0);
  } else if (/^[a-z]$/.test(event.key)) {
    const link = document.querySelector(`[data-key="${event.key}"]`);
    if (link) link.click();
  }
});

document.addEventListener("DOMContentLoaded", () => {
  const choice = document.querySelector("[data-key-setting]");
  if (!choice) return;
  choice.closest("[hidden]")?.removeAttribute("hidden");
  choice.checked = areOn();
  choice.addEventListener("change", () => localStorage.setItem(SETTING, choice.checked ? "on" : "off"));
});
