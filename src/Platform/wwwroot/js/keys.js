// Single-key shortcuts, listed on ?. They can be switched off, and are silent while typing.
const help = document.getElementById('keys');
const open = document.querySelector('.q-keys-open');
const on = document.getElementById('keys-on');

function go(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
}

function press(event) {
  const typing = event.target.closest('input, textarea, select, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !on.checked) return;
  const find = document.getElementById('find');
  if (event.key === '/' && find) find.focus();
  else if (event.key === 'n') go('a[rel=next]');
  else if (event.key === 'p') go('a[rel=prev]');
  else if (event.key === '?') help.showModal();
  else return;
  event.preventDefault();
}

if (help && typeof help.showModal === 'function') {
  open.hidden = false;
  open.addEventListener('click', () => help.showModal());
  on.checked = localStorage.getItem('keys') !== 'off';
  on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'));
  document.addEventListener('keydown', press);
}
