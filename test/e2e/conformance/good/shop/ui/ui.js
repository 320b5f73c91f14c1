/** What runs in the browser. The server delivers it under a name with its hash, so that it can be kept for a year. */
const list = document.querySelector('#items');

export function show(items) {
  list.replaceChildren(
    ...items.map(({ name, price }) => {
      const item = document.createElement('li');
      item.textContent = `${name}: ${(price / 100).toFixed(2)}`;
      return item;
    }),
  );
}

async function load() {
  const answer = await fetch('/api/items');
  if (!answer.ok) throw new Error(`the items could not be read: ${answer.status}`);
  show((await answer.json()).items);
}

load().catch(error => {
  list.textContent = error.message;
});
