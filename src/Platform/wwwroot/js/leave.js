// Asks before leaving a page with typed but unsent input. Forms that only look something up are left alone.
let changed = false;

document.addEventListener('input', (event) => {
  const form = event.target.closest('form');
  if (form && form.method === 'post' && !event.target.matches('[data-bulk-row], [data-bulk-all]')) changed = true;
});

document.addEventListener('submit', () => { changed = false; });

window.addEventListener('beforeunload', (event) => {
  if (!changed) return;
  event.preventDefault();
  event.returnValue = '';
});
