import java.util.zip.ZipFile

def java = new File(basedir, 'target/generated-sources/keyplan/com/example/notes')
assert new File(java, 'Note.java').isFile()
assert new File(java, 'NoteRepository.java').isFile()
assert new File(java, 'support').isDirectory()

def resources = new File(basedir, 'target/generated-resources/keyplan')
assert new File(resources, 'create-table/notes.json').isFile()
assert new File(resources, 'items/notes-01.json').isFile()
assert new File(resources, 'workbench/notes.json').isFile()

def jar = new ZipFile(new File(basedir, 'target/generate-1.0-SNAPSHOT.jar'))
def entries = jar.entries().collect { it.name }
jar.close()
assert entries.contains('com/example/App.class')
assert entries.contains('com/example/notes/NoteRepository.class')
assert entries.contains('keyplan/create-table/notes.json')
assert !entries.any { it.contains('.keyplan-') }
