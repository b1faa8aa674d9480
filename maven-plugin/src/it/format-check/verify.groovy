def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[0-9;]*m/, '')
def models = new File(basedir, 'src/main/keyplan')

assert log.count('[ERROR] src/main/keyplan/a.keyplan is not formatted') == 1
assert log.count('[ERROR] src/main/keyplan/b.keyplan is not formatted') == 2
assert !log.contains('c.keyplan is not formatted')
assert log.contains(': 2 files are not formatted; the goal `keyplan:format` does it -> [Help 1]')
assert log.contains(': src/main/keyplan/b.keyplan is not formatted; the goal `keyplan:format` does it -> [Help 1]')
assert log.contains('0 of 1 files changed')
assert log.contains('Skipped')

// Nothing was changed.
assert new File(models, 'a.keyplan').text == 'enum  A { B }\n'
assert new File(models, 'b.keyplan').text == 'enum B { C }'
