def java = new File(basedir, 'target/generated-sources/keyplan/com/example/notes')
['package-info.java', 'support/package-info.java', 'support/internal/package-info.java'].each {
  assert new File(java, it).text.contains('@NullMarked')
}
assert new File(java, 'Note.java').text.contains('private @Nullable UUID userId;')
assert new File(basedir, 'target/classes/com/example/notes/Note.class').isFile()
