def log = new File(basedir, 'build.log').text
assert log.contains('The model has no errors')
assert log.contains('--> broken.keyplan:15:')
assert log.contains('1 error in broken.keyplan')

assert !new File(basedir, 'target').exists()
