/** Text in at one end, gzip out at the other into a sink, digests of stretches of it on the way. */
export interface TextPipe {
  /** Throws what the sink refused an earlier piece with. */
  text(text: string): void;
  /** Text from here on is measured. */
  begin(): void;
  /** The digest of the text since `begin`; see `BlockDigest`. Text may go on before it is there. */
  end(): Promise<string>;
  /** Nothing to wait for while little is waiting to be compressed; else a promise. */
  drained(): void | Promise<void>;
  /** Calls back once the text so far, but for a last piece, has been compressed, with all bytes that came out. */
  whenCompressed(callback: (bytes: number) => void): void;
  /** Resolves once every byte is with the sink, which stays open, with the bytes of text there were. */
  close(): Promise<number>;
  /** Ends it early. Resolves with why writing failed: the sink's own reason, where that came before this one. */
  abort(reason: unknown): Promise<unknown>;
}

/** Bytes of text, roughly, that may wait for compression before the source is held back. */
export const BACKLOG = 8 * 2 ** 20;
