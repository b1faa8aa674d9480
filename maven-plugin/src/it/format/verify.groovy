def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[0-9;]*m/, '')
def models = new File(basedir, 'src/main/keyplan')

assert new File(models, 'notes.keyplan').text == new File(models, 'notes.expected').text
assert log.count('Formatted src/main/keyplan/notes.keyplan') == 1
assert !log.contains('Formatted src/main/keyplan/more')
assert log.contains('1 of 2 files changed')
assert log.contains('0 of 2 files changed')

// A file with errors stays as it is and fails the build; the others are formatted all the same.
assert new File(basedir, 'broken/a.keyplan').text == 'enum  A { B\n'
assert new File(basedir, 'broken/b.keyplan').text == 'enum A { B }\n'
assert log.contains('error[UNCLOSED_BRACE]')
assert log.contains(': 1 error in broken/a.keyplan -> [Help 1]')
assert !log.contains('\tat ')

// Nothing else was written.
assert models.list().sort() == ['more', 'notes.expected', 'notes.keyplan']
assert !new File(basedir, 'target').exists()
