def log = new File(basedir, 'build.log').text
assert log.contains('`src/main/keyplan` does not exist; set `sourceDirectory` to the folder of the model or to its file')
assert !log.contains('\tat ')
assert !new File(basedir, 'target').exists()
