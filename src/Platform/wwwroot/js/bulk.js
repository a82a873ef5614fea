// Select-all for the rows of a page, and the number of ticked rows in the bar above them.
function form(element) {
  return element.closest('form') || document;
}

function refresh(scope) {
  const rows = scope.querySelectorAll('[data-bulk-row]');
  const ticked = scope.querySelectorAll('[data-bulk-row]:checked').length;
  for (const row of rows) row.closest('tr').classList.toggle('q-picked', row.checked);
  const all = scope.querySelector('[data-bulk-all]');
  if (all) {
    all.checked = ticked > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
  }
  const count = scope.querySelector('[data-bulk-count]');
  if (count) count.textContent = count.dataset.bulkCount.replace('{0}', ticked.toLocaleString('en'));
}

for (const all of document.querySelectorAll('[data-bulk-all]')) all.hidden = false;
for (const bar of document.querySelectorAll('[data-bulk]')) refresh(form(bar));

document.addEventListener('change', (event) => {
  const box = event.target;
  if (box.matches('[data-bulk-all]'))
    for (const row of form(box).querySelectorAll('[data-bulk-row]')) row.checked = box.checked;
  if (box.matches('[data-bulk-all], [data-bulk-row]')) refresh(form(box));
});
