assert new File(basedir, 'target/generated-sources/keyplan/com/example/notes/Note.java').isFile()
