document.documentElement.className = "js";
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var list = document.getElementById("entries");
  var form = document.querySelector(".filters");
  var more = document.getElementById("next");
  var tally = document.getElementById("tally");
  var paper = document.getElementById("paper");
  var all = Array.prototype.filter.call(list.children, function (item) { return item.hasAttribute("data-s"); });
  var byId = {};
  var fields = { s: "q-s", a: "q-a", e: "q-e", r: "q-r" };
  var open = { error: 1, warning: 1, note: 1 };
  var PAGE = 100;
  var PRINTED = 500;
  var LISTED = 24;
  var texts = [];
  var shown = [];
  var limit = PAGE;

  function value(id) { return document.getElementById(id).value; }

  function text(index) {
    if (texts[index] === undefined) { texts[index] = all[index].textContent.toLowerCase(); }
    return texts[index];
  }

  function fits(item, index, asked, words) {
    for (var key in asked) {
      var wanted = asked[key], has = item.getAttribute("data-" + key);
      if (wanted && wanted !== has && !(wanted === "open" && open[has])) { return false; }
    }
    return words.every(function (word) { return text(index).indexOf(word) >= 0; });
  }

  /* Entries that are not drawn stay out of the page: thousands that are only hidden make it slow. */
  function draw() {
    list.replaceChildren.apply(list, shown.slice(0, limit));
    more.parentNode.hidden = shown.length <= limit;
    tally.textContent = shown.length === all.length ? all.length + " entries"
      : shown.length + " of " + all.length + " entries";
    if (shown.length > limit) { tally.textContent += ", the first " + limit + " are shown"; }
  }

  function filter() {
    var asked = {};
    for (var key in fields) { asked[key] = value(fields[key]); }
    var words = value("q").toLowerCase().split(/\s+/).filter(Boolean);
    shown = all.filter(function (item, index) { return fits(item, index, asked, words); });
    limit = PAGE;
    draw();
  }

  function unfold(target) {
    for (var at = target; at; at = at.parentElement) { if (at.tagName === "DETAILS") { at.open = true; } }
  }

  function reveal(id) {
    var entry = byId[id];
    if (!entry) {
      var target = id && document.getElementById(id);
      if (target) { unfold(target); }
      return;
    }
    if (entry.parentNode !== list) { list.insertBefore(entry, list.firstChild); }
    var before = list.querySelector(".here");
    if (before) { before.className = ""; }
    entry.className = "here";
    var inner = entry.querySelector("details");
    inner.open = true;
    entry.scrollIntoView();
    inner.querySelector("summary").focus({ preventScroll: true });
  }

  function follow() { reveal(decodeURIComponent(location.hash.slice(1))); }

  all.forEach(function (item) { byId[item.id] = item; });
  var waiting;
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); filter(); });
  form.addEventListener("reset", function () { clearTimeout(waiting); setTimeout(filter, 0); });
  more.addEventListener("click", function () {
    var next = shown[limit];
    limit += PAGE * 5;
    draw();
    next.querySelector("summary").focus();
  });
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { follow(); }
  });

  /* On paper a list of hundreds in one cell is pages of blanks: its count is printed instead. */
  function printed(one) {
    if (one.matches("#entries details")) { return open[one.parentNode.getAttribute("data-s")]; }
    return one.querySelectorAll("li, a").length <= LISTED || one.classList.contains("wide");
  }

  /* Nobody reads hundreds of accepted or permitted flows on paper: those are for who asks for them by a filter. */
  function onPaper() {
    var unfiltered = shown.length === all.length;
    var some = unfiltered ? all.filter(function (item) { return open[item.getAttribute("data-s")]; }) : shown;
    list.replaceChildren.apply(list, some.slice(0, PRINTED));
    var told = Math.min(some.length, PRINTED) + " of " + all.length + " entries stand here";
    paper.textContent = unfiltered ? told + ": the open ones. A filter, set before printing, chooses others." : told + ".";
  }

  var opened = [];
  window.addEventListener("beforeprint", function () {
    onPaper();
    opened = Array.prototype.filter.call(document.querySelectorAll("#entries details, .more"), function (one) {
      return !one.open && printed(one);
    });
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
    opened = [];
    limit = PAGE;
    draw();
  });

  if (matchMedia("(max-width:64rem)").matches) { document.querySelector(".contents").open = false; }
  form.hidden = false;
  if (all.length) { filter(); }
  document.documentElement.className = "js ready";
  follow();
});
