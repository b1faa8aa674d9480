def log = new File(basedir, 'build.log').text
assert log.contains('with a thread count of 2')
// Maven's own warning about plugins that are not marked as thread-safe.
assert !log.contains('thread-safe')

[notes: 'Note', tasks: 'Task', orders: 'Order', invoices: 'Invoice'].each { module, entity ->
  def classes = new File(basedir, "$module/target/classes")
  assert new File(classes, "com/example/$module/${entity}Repository.class").isFile()
  assert new File(classes, "keyplan/create-table/${module}.json").isFile()
  assert new File(classes, 'keyplan/create-table').list().length == 1
}
