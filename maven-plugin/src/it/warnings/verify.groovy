def log = new File(basedir, 'build.log').text
assert log.count('--> src/main/keyplan/notes.keyplan:10:20') == 2
assert log.contains('1 warning in src/main/keyplan/notes.keyplan, and `failOnWarnings` is set')

// The first run has written nothing, the second all.
def runs = (log =~ /(\d+) files written, (\d+) unchanged/).collect { it[1..2]*.toInteger() }
assert runs.size() == 1
assert runs[0][0] > 0
assert runs[0][1] == 0
