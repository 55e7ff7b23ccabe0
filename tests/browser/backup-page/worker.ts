import { acts } from './acts';

onmessage = async ({ data: [act, ...args] }: MessageEvent<[keyof typeof acts, ...never[]]>) => {
  try {
    postMessage({ ok: true, result: await (acts[act] as (...given: never[]) => Promise<unknown>)(...args) });
  } catch (error) {
    postMessage({ ok: false, error: String(error) });
  }
};
