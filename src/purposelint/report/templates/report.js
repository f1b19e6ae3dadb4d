(function () {
  "use strict";
  var list = document.getElementById("entries");
  var form = document.querySelector(".filters");
  var more = document.getElementById("next");
  var tally = document.getElementById("tally");
  var all = Array.prototype.slice.call(list.querySelectorAll("li[data-s]"));
  var fields = { s: "q-s", a: "q-a", e: "q-e", r: "q-r" };
  var open = { error: 1, warning: 1, note: 1 };
  var PAGE = 100;
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

  function draw() {
    var keep = shown.slice(0, limit);
    all.forEach(function (item) { item.hidden = true; });
    keep.forEach(function (item) { item.hidden = false; });
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

  function reveal(id) {
    var target = id && document.getElementById(id);
    if (!target) { return; }
    target.hidden = false;
    for (var at = target; at; at = at.parentElement) { if (at.tagName === "DETAILS") { at.open = true; } }
    var inner = target.querySelector("details");
    if (target.parentNode === list && inner) {
      inner.open = true;
      target.scrollIntoView();
      inner.querySelector("summary").focus({ preventScroll: true });
    }
  }

  function follow() { reveal(decodeURIComponent(location.hash.slice(1))); }

  var waiting;
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); filter(); });
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  more.addEventListener("click", function () { limit += PAGE * 5; draw(); });
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { follow(); }
  });

  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("li:not([hidden]) > details, .more"), function (one) {
      var state = one.parentNode.getAttribute("data-s");
      return !one.open && (state === null || open[state]);
    });
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (one) { one.open = false; }); opened = []; });

  if (matchMedia("(max-width:64rem)").matches) { document.querySelector(".contents").open = false; }
  form.hidden = false;
  filter();
  follow();
}());
