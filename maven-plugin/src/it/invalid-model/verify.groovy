def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[0-9;]*m/, '')

// Each error once, with its id and its place.
def errors = (log =~ /(?m)^\[ERROR\] error\[([A-Z_]+)\]: .*\n *--> (\S+)$/).collect { [it[1], it[2]] }
assert errors == [
  ['NAME_UNKNOWN', 'src/main/keyplan/notes.keyplan:15:34'],
  ['NAME_UNKNOWN', 'src/main/keyplan/notes.keyplan:17:48'],
]

assert log.contains(': 2 errors in src/main/keyplan/notes.keyplan -> [Help 1]')
assert !log.contains('Exception:')
assert !log.contains('\tat ')

assert !new File(basedir, 'target').exists()
