assert new File(basedir, 'build.log').text.contains('Skipped')

// Still a source root, so that the project compiles as before.
assert new File(basedir, 'target/classes/com/example/Before.class').isFile()
