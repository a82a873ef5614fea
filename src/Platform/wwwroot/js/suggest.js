// Offers names while something is typed into a search field. Without it the field is searched as well.
function offer(field) {
  const list = document.createElement('datalist');
  list.id = `${field.id}-offered`;
  field.after(list);
  field.setAttribute('list', list.id);
  let timer = 0;
  let asked = '';

  async function ask() {
    const words = field.value.trim();
    if (words === asked || words.length === 0) return;
    asked = words;
    const answer = await fetch(`${field.dataset.suggestUrl}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok || field.value.trim() !== words) return;
    const { items } = await answer.json();
    list.replaceChildren(...items.map(({ text }) => Object.assign(document.createElement('option'), { value: text })));
  }

  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 250);
  });
  field.addEventListener('compositionend', () => { timer = setTimeout(ask, 250); });
}

for (const field of document.querySelectorAll('[data-suggest-url]')) offer(field);
