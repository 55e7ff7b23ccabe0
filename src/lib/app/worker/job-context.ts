/** What a job gets beside its arguments. */
export interface JobContext {
  readonly signal: AbortSignal;
  /** Never waited for. */
  progress(fraction: number, message: string): void;
}
