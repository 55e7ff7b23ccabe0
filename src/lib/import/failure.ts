/** Why a file as a whole cannot be read. What is wrong with single rows is said at those rows instead. */
export type ImportFailureCode =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'cellTooLong'
  | 'unclosedQuote'
  | 'binary'
  | 'notATable'
  | 'unknownJson'
  | 'unknownZip';

/** The message is a sentence that a person can act on. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  readonly code: ImportFailureCode;

  constructor(code: ImportFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
