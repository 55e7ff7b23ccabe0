/** Of what the performance is shown, and what it is compared with: kept in the address. */
import type { Dimension, Scope } from '../../app/contract';

export const dimensions = ['class', 'type', 'country', 'currency', 'sector', 'account', 'tag'] as const;

export interface PerformanceQuery {
  readonly scope: Scope;
  /** The id of a benchmark. */
  readonly benchmark: string | null;
}

const isDimension = (text: string | null): text is Dimension => dimensions.some((known) => known === text);

export function readQuery(parameters: URLSearchParams): PerformanceQuery {
  return { scope: readScope(parameters), benchmark: parameters.get('with') };
}

function readScope(parameters: URLSearchParams): Scope {
  const account = parameters.get('account');
  if (account !== null) return { kind: 'account', id: account };
  const asset = parameters.get('asset');
  if (asset !== null) return { kind: 'asset', id: asset };
  const by = parameters.get('by');
  const key = parameters.get('key');
  return isDimension(by) && key !== null ? { kind: 'group', by, key } : { kind: 'portfolio' };
}

export function writeQuery({ scope, benchmark }: PerformanceQuery): '' | `?${string}` {
  const parameters = new URLSearchParams();
  if (scope.kind === 'account' || scope.kind === 'asset') parameters.set(scope.kind, scope.id);
  if (scope.kind === 'group') {
    parameters.set('by', scope.by);
    parameters.set('key', scope.key);
  }
  if (benchmark !== null) parameters.set('with', benchmark);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
