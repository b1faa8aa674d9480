assert new File(basedir, 'generated code/java/com/example/notes/Note.java').isFile()
assert new File(basedir, 'target/generated-resources/keyplan/create-table/notes.json').isFile()
