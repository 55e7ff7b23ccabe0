import { describe, expect, it } from 'vitest';
import { KeptOpen, type Opened } from '../../../src/lib/data';
import type { Standing } from '../../../src/lib/protocol';

const first: Standing = { version: '1.0.0', epoch: 1 };
const second: Standing = { version: '1.3.0', epoch: 2 };

/** One that can be moved on from under its reader, as another window's upgrade does. */
class Handle implements Opened {
  isOpen = true;
  epoch: number;

  constructor({ epoch }: Standing) {
    this.epoch = epoch;
  }

  async isAt({ epoch }: Standing): Promise<boolean> {
    if (!this.isOpen) throw new DOMException('The connection is closed.', 'InvalidStateError');
    return this.epoch === epoch;
  }

  close(): void {
    this.isOpen = false;
  }
}

function keeping(): { kept: KeptOpen<Handle>; handles: Handle[]; refuse: (refusing: boolean) => void } {
  const handles: Handle[] = [];
  let refusing = false;
  const kept = new KeptOpen(async (standing: Standing) => {
    await Promise.resolve();
    if (refusing) throw new Error('It does not open.');
    const handle = new Handle(standing);
    handles.push(handle);
    return handle;
  });
  return { kept, handles, refuse: (on) => (refusing = on) };
}

function openEnd(): { end: () => void; ended: Promise<void> } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, ended };
}

const here = async (handle: Handle): Promise<Handle> => handle;

describe('what is kept open', () => {
  it('is opened once for all work at a standing, one after the other and at the same time', async () => {
    const { kept, handles } = keeping();
    const [one, two] = await Promise.all([kept.use(first, here), kept.use(first, here)]);
    expect(await kept.use(first, here)).toBe(one);
    expect(two).toBe(one);
    expect(handles).toEqual([one]);
    expect(one.isOpen).toBe(true);
  });

  it('stays open, whatever the work throws', async () => {
    const { kept, handles } = keeping();
    await expect(kept.use(first, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await kept.use(first, here);
    expect(handles).toHaveLength(1);
  });

  it.each([
    ['closed by another window', (handle: Handle) => handle.close()],
    ['of data that has moved on', (handle: Handle) => void handle.epoch++]
  ])('is opened anew once it is %s', async (_, happen) => {
    const { kept, handles } = keeping();
    happen(await kept.use(first, here));
    const [one, two] = await Promise.all([kept.use(first, here), kept.use(first, here)]);
    expect(one).toBe(handles[1]);
    expect(two).toBe(one);
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('is closed for another standing, but not while it is used', async () => {
    const { kept, handles } = keeping();
    const { end, ended } = openEnd();
    const long = kept.use(first, () => ended);
    await kept.use(second, here);
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    end();
    await long;
    await Promise.resolve();
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('is tried again after it could not be opened', async () => {
    const { kept, handles, refuse } = keeping();
    refuse(true);
    await expect(kept.use(first, here)).rejects.toThrow('It does not open.');
    refuse(false);
    expect(await kept.use(first, here)).toBe(handles[0]);
  });

  it('is let go of once nothing uses it, and opened anew for what comes after', async () => {
    const { kept, handles } = keeping();
    await kept.release();
    const { end, ended } = openEnd();
    const long = kept.use(first, () => ended);
    let released = false;
    await Promise.resolve();
    const releasing = kept.release().then(() => (released = true));
    await kept.use(first, here);
    expect(released).toBe(false);
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    end();
    await Promise.all([long, releasing]);
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    await kept.release();
    expect(handles.map(({ isOpen }) => isOpen)).toEqual([false, false]);
  });
});
