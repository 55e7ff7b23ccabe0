import { afterEach, expect, test, vi } from 'vitest';
import { canShareFile, shareFile } from '../../../src/lib/backup';

const file = new File(['x'], 'backup.json.gz');
afterEach(() => vi.unstubAllGlobals());

test('without a share sheet nothing can be shared', () => {
  vi.stubGlobal('navigator', {});
  expect(canShareFile(file)).toBe(false);
});

test('the browser is asked about this very file', () => {
  const canShare = vi.fn(({ files }: { files: File[] }) => files[0] === file);
  vi.stubGlobal('navigator', { canShare });
  expect([canShareFile(file), canShareFile(new File([], 'other'))]).toEqual([true, false]);
});

test('shared, closed without sharing, and refused are told apart', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>();
  vi.stubGlobal('navigator', { share });
  share.mockResolvedValueOnce(undefined);
  expect(await shareFile(file)).toBe(true);
  expect(share).toHaveBeenCalledWith({ files: [file] });
  share.mockRejectedValueOnce(new DOMException('', 'AbortError'));
  expect(await shareFile(file)).toBe(false);
  share.mockRejectedValueOnce(new DOMException('Permission denied', 'NotAllowedError'));
  await expect(shareFile(file)).rejects.toThrow(/as it was. Download it instead/);
});
