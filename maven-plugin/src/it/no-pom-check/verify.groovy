def log = new File(basedir, 'build.log').text
assert log.contains('The model has no errors')
assert log.contains('--> broken.keyplan:15:')
assert log.contains('1 error in broken.keyplan')

// Nothing was written.
assert basedir.list().sort() - 'build.log' - 'invoker.properties' - 'verify.groovy' == ['broken.keyplan', 'notes.keyplan']
