def log = new File(basedir, 'build.log').text
def runs = (log =~ /(\d+) files written, (\d+) unchanged, (\d+) deleted/).collect { it[1..3]*.toInteger() }
assert runs.size() == 2
assert runs[1][2] > 0

def java = new File(basedir, 'target/generated-sources/keyplan/com/example')
assert new File(java, 'notes/Note.java').isFile()
assert new File(java, 'tasks').list() == ['Mine.java']

def tables = new File(basedir, 'target/generated-resources/keyplan/create-table')
assert tables.list() == ['notes.json']
