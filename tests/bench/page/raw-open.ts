/** Milliseconds to open the database with raw IndexedDB and read one row: the least that a start costs. */
export function measureRawOpen(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const reading = database.transaction('_meta').objectStore('_meta').get('sentinel');
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        const milliseconds = performance.now() - began;
        database.close();
        resolve(milliseconds);
      };
    };
  });
}
