/* Shows what the other window says, and goes on as soon as no window holds the lock. Names as in src/lib/protocol.ts. */
const bar = /** @type {HTMLProgressElement} */ (document.getElementById('progress'));
const step = /** @type {HTMLElement} */ (document.getElementById('step'));

new BroadcastChannel('wealthwise').addEventListener('message', ({ data }) => {
  if (data?.type === 'progress' && typeof data.fraction === 'number') {
    bar.value = data.fraction;
    step.textContent = `${Math.floor(data.fraction * 100)} % · ${String(data.message)}`;
  } else if (data?.type === 'done' || data?.type === 'aborted') void goOn();
});

setInterval(goOn, 500);

let going = false;

async function goOn() {
  const { held = [] } = await navigator.locks.query();
  if (going || held.some((lock) => lock.name === 'ww:migrate')) return;
  going = true;
  location.reload();
}
