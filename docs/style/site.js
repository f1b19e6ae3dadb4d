// What the generator leaves out for screen readers and keyboards.
for (const caption of document.querySelectorAll("p.caption[role=heading]")) caption.setAttribute("aria-level", "2");
for (const block of document.querySelectorAll(".highlight pre, .table-wrapper")) {
  if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
}
for (const aside of document.querySelectorAll("aside.sidebar-drawer")) aside.setAttribute("aria-label", "Pages");
