package dev.keyplan.format;

/**
 * A comment, or a line of documentation.
 *
 * @param text with its slashes, without white space at the end
 * @param isDocumentation whether it has three slashes: then it stays directly above what it
 *     documents
 * @param isAfterBlankLine whether it stands below a blank line
 */
record Comment(String text, boolean isDocumentation, boolean isAfterBlankLine) {
  Comment withBlankLine(boolean wanted) {
    return new Comment(text, isDocumentation, wanted);
  }
}
