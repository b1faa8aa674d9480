def log = new File(basedir, 'build.log').text
def runs = (log =~ /(\d+) files written, (\d+) unchanged, (\d+) deleted/).collect { it[1..3]*.toInteger() }
assert runs.size() == 2
def files = runs[0][0]
assert files > 0
assert runs == [[files, 0, 0], [0, files, 0]]

def startOf2002 = java.time.Instant.parse('2002-01-01T00:00:00Z').toEpochMilli()
def generated = []
for (folder in ['generated-sources', 'generated-resources']) {
  new File(basedir, "target/$folder").eachFileRecurse { if (it.isFile()) generated << it }
}
assert generated.size() >= files
for (file in generated) {
  assert file.lastModified() < startOf2002 : "$file was written again"
}
