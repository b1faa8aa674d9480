package dev.keyplan.generate;

/**
 * Something is wrong with what was asked for, rather than with the model or the disk. The message
 * is a sentence for the user that names the option, as all build tools call it.
 */
public final class UnusableRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableRequestException(String message) {
    super(message);
  }
}
