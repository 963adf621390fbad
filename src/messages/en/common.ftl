label-error = error:
label-warning = warning:
label-hint = hint:

cause-not-found = it does not exist; check the name
cause-permission = permission denied
cause-disk-full = the disk is full
cause-read-only = the file system is read-only
cause-directory = it is a folder
cause-not-directory = a part of the path is not a folder
cause-broken-pipe = the reader went away
cause-file-name = the system does not take this file name
cause-too-large = it is too large

verdict-current = current
verdict-outdated = outdated
verdict-partial = partial
verdict-untranslated = untranslated
verdict-missing = missing
verdict-unrecorded = unrecorded
verdict-undecided = undecided
verdict-orphan = orphan
verdict-ambiguous = ambiguous
verdict-unreadable = unreadable
verdict-source = source
verdict-translated = translated

how-notice = notice
how-silent = silent
how-copy = copy

class-major = major
class-mirror = mirror
class-minor = minor
class-cosmetic = cosmetic

wish-keep = keep
wish-local = local
