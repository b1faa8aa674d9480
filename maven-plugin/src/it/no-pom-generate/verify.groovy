// The defaults are those of a project.
assert new File(basedir, 'target/generated-sources/keyplan/com/example/notes/Note.java').isFile()
assert new File(basedir, 'target/generated-sources/keyplan/com/example/notes/support').isDirectory()
assert new File(basedir, 'target/generated-resources/keyplan/create-table/notes.json').isFile()

def note = new File(basedir, 'out/java/com/example/notes/Note.java')
assert note.isFile()
assert !note.text.contains('@Generated')
assert new File(basedir, 'out/java/com/example/shared').isDirectory()
assert !new File(basedir, 'out/java/com/example/notes/support').exists()
assert new File(basedir, 'out/definitions/create-table/notes.json').isFile()

// No folder is called ${project.basedir}.
assert !basedir.list().any { it.contains('$') }
