// Follows slow work: asks its address once a second, shows how far it is, and loads the page anew at the end.
async function follow(box) {
  const answer = await fetch(box.dataset.progressUrl, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const { done, total, note, state } = await answer.json();
  const bar = box.querySelector('progress');
  if (total > 0) {
    bar.max = total;
    bar.value = done;
    box.querySelector('[data-progress-count]').textContent = `${done.toLocaleString('en')} / ${total.toLocaleString('en')}`;
  }
  box.querySelector('[data-progress-note]').textContent = note || '';
  if (state === 'queued' || state === 'running') setTimeout(() => follow(box), 1000);
  else location.reload();
}

for (const box of document.querySelectorAll('[data-progress-url]')) setTimeout(() => follow(box), 1000);
