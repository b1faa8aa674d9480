def log = new File(basedir, 'build.log').text
assert log.contains('com.example.notes.inFolder')
assert log.contains('operation    Query on the index `byFolder`')
assert log.contains('key          folder = {folder}')
assert log.contains('not used     the table needs `=` on `userId`, its partition key')
assert log.contains('`keyplan.explain.format` is `xml`; it can be `text` or `json`')

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'patterns.json'))
def patterns = report.patterns
assert report.tables.isEmpty()
assert patterns.size() == 1
assert patterns[0].pattern == 'com.example.notes.inFolder'
assert patterns[0].order == 'descending'
assert patterns[0].page == '10 items'
