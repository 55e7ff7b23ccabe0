/** A page that does nothing but read the stored rows that figures come from, with raw IndexedDB. */
const stores = ['settings', 'accounts', 'assets', 'transactions', 'prices', 'fxRates'];

declare global {
  interface Window {
    /** Milliseconds from navigation until every row was there. */
    bareRead?: number;
  }
}

const request = indexedDB.open('WealthWise');
request.onsuccess = () => {
  const transaction = request.result.transaction(stores, 'readonly');
  let rows = 0;
  for (const store of stores) {
    const reading = transaction.objectStore(store).getAll();
    reading.onsuccess = () => (rows += reading.result.length);
  }
  transaction.oncomplete = () => {
    window.bareRead = performance.now();
    document.title = `${rows} rows`;
  };
};

export {};
