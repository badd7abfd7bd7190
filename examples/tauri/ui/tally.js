const { invoke } = window.__TAURI__.core;
const text = document.getElementById('text');
const tally = document.getElementById('tally');

text.addEventListener('input', async () => {
  const words = await invoke('count_words', { text: text.value });
  tally.value = words === 1 ? '1 word' : `${words} words`;
});
