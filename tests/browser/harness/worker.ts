/** The engine where the app runs it: in a dedicated worker, which writes private files through synchronous handles. */
import { verbs, type Verbs } from './verbs';

export interface Call<V extends keyof Verbs = keyof Verbs> {
  readonly verb: V;
  readonly argument: Parameters<Verbs[V]>[0];
}

addEventListener('message', ({ data: { verb, argument } }: MessageEvent<Call>) => {
  const act = verbs[verb] as (argument: unknown) => Promise<unknown>;
  void act(argument).then((outcome) => postMessage(outcome));
});
