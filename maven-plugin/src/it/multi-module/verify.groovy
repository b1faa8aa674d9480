def log = new File(basedir, 'build.log').text
assert log.contains('with a thread count of 2')
// Maven's own warning about plugins that are not marked as thread-safe.
assert !log.contains('thread-safe')

def entities = [notes: 'Note', tasks: 'Task', orders: 'Order', invoices: 'Invoice']
for (entry in entities) {
  def module = entry.key
  def classes = new File(basedir, "$module/target/classes")
  assert new File(classes, "com/example/$module/${entry.value}Repository.class").isFile()
  assert new File(classes, "keyplan/create-table/${module}.json").isFile()
  assert new File(classes, 'keyplan/create-table').list().length == 1
}
