/* The hot loops of lineage, compiled. The folder plain/ does the same in NumPy and Python, with equal
 * results: read it first, it says why; a test holds the two together. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- growing arrays ------------------------------------------------------------------------------------------- */

typedef struct {
    char *data;
    size_t used, room; /* bytes */
} Buffer;

static int grow(Buffer *buffer, size_t more) {
    if (buffer->used + more <= buffer->room) return 1;
    size_t room = buffer->room ? buffer->room * 2 : 4096;
    while (room < buffer->used + more) room *= 2;
    char *data = realloc(buffer->data, room);
    if (!data) return 0;
    buffer->data = data;
    buffer->room = room;
    return 1;
}

static int push(Buffer *buffer, const void *item, size_t size) {
    if (!grow(buffer, size)) return 0;
    memcpy(buffer->data + buffer->used, item, size);
    buffer->used += size;
    return 1;
}

static PyObject *taken(Buffer *buffer) {
    return PyBytes_FromStringAndSize(buffer->data ? buffer->data : "", (Py_ssize_t)buffer->used);
}

/* ---- words ---------------------------------------------------------------------------------------------------- */

#define PAGE 256
#define PAGES (0x110000 / PAGE)
#define SKIP UINT64_MAX
#define ALONE ((uint64_t)1 << 63)
#define LETTER 0x1FFFFF
#define BASE UINT64_C(0x9E3779B97F4A7C15)
#define BREAK 0x80
#define LONGEST 15
#define OVER_BREAK 5 /* two words that are equal by chance do not carry a passage over the end of a sentence */

static uint64_t *pages[PAGES]; /* filled when a page is first met; the interpreter lock guards it */

static uint64_t mixed(uint64_t x) {
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

static const uint64_t *page(Py_UCS4 number, PyObject *fold_page) {
    if (pages[number]) return pages[number];
    PyObject *entries = PyObject_CallFunction(fold_page, "I", (unsigned)number);
    if (!entries) return NULL;
    uint64_t *table = malloc(PAGE * sizeof *table);
    if (!table) PyErr_NoMemory();
    for (Py_ssize_t i = 0; table && i < PAGE; i++) {
        PyObject *entry = PySequence_GetItem(entries, i);
        table[i] = entry ? PyLong_AsUnsignedLongLong(entry) : 0;
        Py_XDECREF(entry);
        if (PyErr_Occurred()) {
            free(table);
            table = NULL;
        }
    }
    Py_DECREF(entries);
    return pages[number] = table;
}

static int breaks_sentence(Py_UCS4 c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == 0x2026 || c == 0x061F || c == 0x06D4 || c == 0x0964 ||
           c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0x2029;
}

typedef struct {
    Buffer hashes, starts, ends, marks;
    uint64_t hash, power;
    int32_t start, end;
    int letters, is_open, is_break;
} Splitter;

static int close_word(Splitter *s) {
    if (!s->is_open) return 1;
    uint64_t hash = mixed(s->hash);
    uint8_t mark = (uint8_t)((s->letters < LONGEST ? s->letters : LONGEST) | (s->is_break ? BREAK : 0));
    s->is_open = 0;
    s->is_break = 0;
    return push(&s->hashes, &hash, 8) && push(&s->starts, &s->start, 4) && push(&s->ends, &s->end, 4) &&
           push(&s->marks, &mark, 1);
}

static int take_character(Splitter *s, Py_UCS4 c, uint64_t entry, int32_t at) {
    if (entry == SKIP) {
        if (s->is_open) s->end = at + 1;
        return 1;
    }
    if (!entry) {
        if (!close_word(s)) return 0;
        if (breaks_sentence(c)) s->is_break = 1;
        return 1;
    }
    if ((entry & ALONE) && !close_word(s)) return 0;
    if (!s->is_open) {
        s->is_open = 1;
        s->start = at;
        s->hash = 0;
        s->power = 1;
        s->letters = 0;
    }
    s->end = at + 1;
    for (int shift = 0; shift < 63; shift += 21) {
        uint64_t letter = (entry >> shift) & LETTER;
        if (!letter) break;
        s->hash += letter * s->power;
        s->power *= BASE;
        s->letters++;
    }
    return (entry & ALONE) ? close_word(s) : 1;
}

static PyObject *split(PyObject *module, PyObject *args) {
    PyObject *text, *fold_page, *result = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "UO", &text, &fold_page)) return NULL;
    Splitter s;
    memset(&s, 0, sizeof s);
    s.is_break = 1;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    int fits = length < INT32_MAX;
    if (!fits) PyErr_SetString(PyExc_OverflowError, "a text must be shorter than 2**31 characters");
    for (Py_ssize_t at = 0; fits && at < length; at++) {
        Py_UCS4 c = PyUnicode_READ(kind, data, at);
        const uint64_t *table = pages[c / PAGE];
        if (!table && !(table = page(c / PAGE, fold_page))) break;
        if (!take_character(&s, c, table[c % PAGE], (int32_t)at)) PyErr_NoMemory();
        if (PyErr_Occurred()) break;
    }
    if (!PyErr_Occurred() && !close_word(&s)) PyErr_NoMemory();
    if (!PyErr_Occurred())
        result = Py_BuildValue("NNNN", taken(&s.hashes), taken(&s.starts), taken(&s.ends), taken(&s.marks));
    free(s.hashes.data);
    free(s.starts.data);
    free(s.ends.data);
    free(s.marks.data);
    return result;
}

/* ---- fingerprints --------------------------------------------------------------------------------------------- */

static uint64_t gram(const uint64_t *hashes, int k) {
    uint64_t sum = 0;
    for (int i = 0; i < k; i++) sum = sum * BASE + hashes[i];
    return mixed(sum);
}

static int winnow(const uint64_t *hashes, int64_t low, int64_t high, int k, int window, uint64_t *ring, Buffer *grams,
                  Buffer *places) {
    int64_t last = -1;
    for (int64_t at = low; at + k <= high; at++) {
        ring[(at - low) % window] = gram(hashes + at, k);
        int64_t first = at - window + 1;
        if (first < low) {
            if (at + 1 + k <= high) continue; /* the window is not full yet */
            first = low;
        }
        int64_t least = at;
        for (int64_t x = at - 1; x >= first; x--)
            if (ring[(x - low) % window] < ring[(least - low) % window]) least = x;
        if (least == last) continue;
        last = least;
        if (!push(grams, &ring[(least - low) % window], 8) || !push(places, &least, 8)) return 0;
    }
    return 1;
}

static PyObject *fingerprints(PyObject *module, PyObject *args) {
    Py_buffer hashes, bounds;
    int k, window;
    PyObject *result = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "y*y*ii", &hashes, &bounds, &k, &window)) return NULL;
    Buffer grams = {0}, places = {0};
    uint64_t *ring = malloc((size_t)window * sizeof *ring);
    const int64_t *bound = bounds.buf;
    int ok = ring != NULL;
    for (Py_ssize_t d = 0; ok && d + 1 < bounds.len / 8; d++)
        ok = winnow(hashes.buf, bound[d], bound[d + 1], k, window, ring, &grams, &places);
    if (ok) result = Py_BuildValue("NN", taken(&grams), taken(&places));
    else PyErr_NoMemory();
    free(ring);
    free(grams.data);
    free(places.data);
    PyBuffer_Release(&hashes);
    PyBuffer_Release(&bounds);
    return result;
}

/* ---- aligned passages ----------------------------------------------------------------------------------------- */

typedef struct { int32_t i, j, n; } Run;          /* n equal words from i of the derived and j of the source */
typedef struct { int32_t derived, source, i, j; } Place; /* a shared fingerprint */
typedef struct { int32_t derived, source, first, end, equal, standing; } Found;
typedef struct { const uint64_t *a, *b; const uint8_t *am, *bm, *standing; int32_t n, m; } Pair;
typedef struct {
    int32_t seed, least, gap, drift, look_back, split_long, split_unequal, window, standing_edge, standing_inside;
} Limits;

typedef struct {
    Buffer runs, links, chain, out, passages, scratch, beyond, pieces, parts, merged;
    int32_t *head, *count;
    uint8_t *covered;
    int16_t *cells;
    size_t cell_room;
} Work;

#define AS(type, buffer) ((type *)(buffer).data)
#define LEN(type, buffer) ((int32_t)((buffer).used / sizeof(type)))

static int add_run(Buffer *runs, int32_t i, int32_t j, int32_t n) {
    int32_t count = LEN(Run, *runs);
    if (count) {
        Run *last = AS(Run, *runs) + count - 1;
        if (last->i + last->n == i && last->j + last->n == j) {
            last->n += n;
            return 1;
        }
    }
    Run run = {i, j, n};
    return push(runs, &run, sizeof run);
}

static int by_start(const void *left, const void *right) {
    const Run *x = left, *y = right;
    if (x->i != y->i) return x->i < y->i ? -1 : 1;
    return x->j < y->j ? -1 : x->j > y->j;
}

static int maximal_runs(const Pair *p, const Limits *lim, const Place *seeds, int32_t first, const int32_t *next,
                        Buffer *runs) {
    runs->used = 0;
    for (int32_t at = first; at >= 0; at = next[at]) {
        int32_t i = seeds[at].i, j = seeds[at].j, known = 0;
        int32_t met = LEN(Run, *runs);
        for (int32_t r = met - 1; r >= 0 && r >= met - lim->look_back && !known; r--) {
            Run *run = AS(Run, *runs) + r;
            known = run->i - run->j == i - j && run->i <= i && i < run->i + run->n;
        }
        if (known) continue;
        int32_t back = 0, ahead = 0;
        while (i - back > 0 && j - back > 0 && p->a[i - back - 1] == p->b[j - back - 1]) back++;
        while (i + ahead < p->n && j + ahead < p->m && p->a[i + ahead] == p->b[j + ahead]) ahead++;
        if (!ahead) continue; /* two different phrases with one hash */
        Run run = {i - back, j - back, back + ahead};
        if (!push(runs, &run, sizeof run)) return 0;
    }
    qsort(runs->data, (size_t)LEN(Run, *runs), sizeof(Run), by_start);
    return 1;
}

typedef struct { int32_t score, before, is_used; } Link;

static int32_t max32(int32_t x, int32_t y) { return x > y ? x : y; }
static int32_t min32(int32_t x, int32_t y) { return x < y ? x : y; }

static int link_runs(const Buffer *runs, const Limits *lim, Buffer *links) {
    links->used = 0;
    const Run *run = AS(Run, *runs);
    int32_t count = LEN(Run, *runs);
    for (int32_t y = 0; y < count; y++) {
        Link link = {4 * run[y].n, -1, 0};
        for (int32_t x = y - 1; x >= 0 && x >= y - lim->look_back; x--) {
            if (run[x].i >= run[y].i || run[x].j >= run[y].j) continue;
            int32_t gap_i = run[y].i - run[x].i - run[x].n, gap_j = run[y].j - run[x].j - run[x].n;
            int32_t overlap = max32(0, max32(-gap_i, -gap_j)), drift = abs(gap_i - gap_j);
            if (gap_i > lim->gap || gap_j > lim->gap || drift > lim->drift || overlap >= run[y].n) continue;
            int32_t score = AS(Link, *links)[x].score + 4 * (run[y].n - overlap) - 2 * drift - max32(0, min32(gap_i, gap_j)) / 4;
            if (score > link.score) {
                link.score = score;
                link.before = x;
            }
        }
        if (!push(links, &link, sizeof link)) return 0;
    }
    return 1;
}

static int room_for(Work *w, size_t cells) {
    if (cells <= w->cell_room) return 1;
    int16_t *data = realloc(w->cells, cells * sizeof *data);
    if (!data) return 0;
    w->cells = data;
    w->cell_room = cells;
    return 1;
}

/* Least edits between the words of a gap; the equal words found are added to the chain. */
static int align_gap(Work *w, const Pair *p, Run gap, int32_t m, Buffer *chain) {
    int32_t n = gap.n, width = m + 1;
    if (!n || !m) return 1;
    if (!room_for(w, (size_t)(n + 1) * (size_t)width)) return 0;
    int16_t *cost = w->cells;
    for (int32_t x = 0; x <= n; x++)
        for (int32_t y = 0; y <= m; y++) {
            int32_t best;
            if (!x || !y) best = x + y;
            else {
                int32_t same = p->a[gap.i + x - 1] == p->b[gap.j + y - 1];
                best = cost[(x - 1) * width + y - 1] + !same;
                best = min32(best, cost[(x - 1) * width + y] + 1);
                best = min32(best, cost[x * width + y - 1] + 1);
            }
            cost[x * width + y] = (int16_t)best;
        }
    w->scratch.used = 0;
    for (int32_t x = n, y = m; x && y;) {
        int32_t here = cost[x * width + y], same = p->a[gap.i + x - 1] == p->b[gap.j + y - 1];
        if (cost[(x - 1) * width + y - 1] + !same == here) {
            Run one = {gap.i + x - 1, gap.j + y - 1, 1};
            if (same && !push(&w->scratch, &one, sizeof one)) return 0;
            x--, y--;
        } else if (cost[(x - 1) * width + y] + 1 == here) x--;
        else y--;
    }
    for (int32_t r = LEN(Run, w->scratch) - 1; r >= 0; r--) {
        Run one = AS(Run, w->scratch)[r];
        if (!add_run(chain, one.i, one.j, 1)) return 0;
    }
    return 1;
}

/* Equal words beyond the end of a chain (step 1) or before its start (step -1), as far as they outweigh what differs. */
static int stretch(Work *w, const Pair *p, int32_t i, int32_t j, int32_t n, int32_t m, int step) {
    w->scratch.used = 0;
    if (n <= 0 || m <= 0) return 1;
    int32_t next = step > 0 ? i : i + 1, other = step > 0 ? j : j + 1; /* the words that the two sentences meet at */
    int32_t beyond = (p->am[next] | p->bm[other]) & BREAK;
    int32_t width = m + 1, best = beyond ? OVER_BREAK : 0, best_x = 0, best_y = 0;
    if (!room_for(w, (size_t)(n + 1) * (size_t)width)) return 0;
    int16_t *score = w->cells;
    for (int32_t x = 0; x <= n; x++)
        for (int32_t y = 0; y <= m; y++) {
            int32_t here;
            if (!x || !y) here = -2 * (x + y);
            else {
                int32_t at = i + step * (x - 1), to = j + step * (y - 1), same = p->a[at] == p->b[to];
                here = score[(x - 1) * width + y - 1] + (same ? ((p->am[at] & LONGEST) > 3 ? 3 : 1) : -1);
                here = max32(here, score[(x - 1) * width + y] - 2);
                here = max32(here, score[x * width + y - 1] - 2);
            }
            score[x * width + y] = (int16_t)here;
            if (here > best || (here == best && best_x && x + y < best_x + best_y)) best = here, best_x = x, best_y = y;
        }
    for (int32_t x = best_x, y = best_y; x && y;) {
        int32_t at = i + step * (x - 1), to = j + step * (y - 1), same = p->a[at] == p->b[to];
        int32_t here = score[x * width + y];
        if (score[(x - 1) * width + y - 1] + (same ? ((p->am[at] & LONGEST) > 3 ? 3 : 1) : -1) == here) {
            Run one = {at, to, 1};
            if (same && !push(&w->scratch, &one, sizeof one)) return 0;
            x--, y--;
        } else if (score[(x - 1) * width + y] - 2 == here) x--;
        else y--;
    }
    return 1;
}

static int32_t free_words(const Work *w, const Pair *p, int32_t i, int step, int32_t window) {
    int32_t n = 0;
    while (n < window && i + step * n >= 0 && i + step * n < p->n && !w->covered[i + step * n]) n++;
    return n;
}

/* Window after window as long as equal words are found: into w->beyond, the nearest first. */
static int stretch_on(Work *w, const Pair *p, const Limits *lim, int32_t i, int32_t j, int step) {
    w->beyond.used = 0;
    for (;;) {
        int32_t n = free_words(w, p, i, step, lim->window), m = min32(lim->window, step > 0 ? p->m - j : j + 1);
        if (!stretch(w, p, i, j, n, m, step)) return 0;
        int32_t found = LEN(Run, w->scratch);
        if (!found) return 1;
        for (int32_t r = found - 1; r >= 0; r--)
            if (!push(&w->beyond, AS(Run, w->scratch) + r, sizeof(Run))) return 0;
        i = AS(Run, w->scratch)[0].i + step;
        j = AS(Run, w->scratch)[0].j + step;
    }
}

static int opens(const Pair *p, Run run) { return p->am[run.i] & p->bm[run.j] & BREAK; }

/* One or two words beyond a sentence's break are chance, not passage. */
static void trim(const Pair *p, Run *run, int32_t *first, int32_t *end) {
    while (*end - *first > 1 && run[*first].n <= 2 && opens(p, run[*first + 1])) ++*first;
    while (*end - *first > 1 && run[*end - 1].n <= 2 && opens(p, run[*end - 1])) --*end;
    for (int32_t cut = 2; *first < *end && cut > 0; cut--) {
        Run *r = run + *first;
        if (r->n > cut && (p->am[r->i + cut] & BREAK) && (p->bm[r->j + cut] & BREAK)) {
            if (p->am[r->i] & BREAK && p->bm[r->j] & BREAK) break; /* a short sentence, whole */
            r->i += cut, r->j += cut, r->n -= cut;
            break;
        }
    }
    for (int32_t cut = 2; *first < *end && cut > 0; cut--) {
        Run *r = run + *end - 1;
        int32_t i = r->i + r->n, j = r->j + r->n;
        if (r->n > cut && (p->am[i - cut] & BREAK) && (p->bm[j - cut] & BREAK)) {
            int whole = (i == p->n || p->am[i] & BREAK) && (j == p->m || p->bm[j] & BREAK);
            if (!whole) r->n -= cut;
            break;
        }
    }
}

/* The runs of one chain, without words that an earlier chain of the pair has taken, overlaps cut, gaps aligned,
 * stretched at both ends: into w->chain. */
static int build_chain(Work *w, const Pair *p, const Limits *lim, const int32_t *members, int32_t count) {
    const Run *run = AS(Run, w->runs);
    Buffer plain = {0};
    int ok = 1;
    w->chain.used = 0;
    for (int32_t c = count - 1; ok && c >= 0; c--) { /* members come last first */
        Run r = run[members[c]];
        int32_t done = LEN(Run, plain);
        if (done) {
            Run last = AS(Run, plain)[done - 1];
            int32_t cut = max32(0, max32(last.i + last.n - r.i, last.j + last.n - r.j));
            r.i += cut, r.j += cut, r.n -= cut;
        }
        for (int32_t x = 0, from = -1; ok && x <= r.n; x++) {
            int is_free = x < r.n && !w->covered[r.i + x];
            if (is_free && from < 0) from = x;
            if (!is_free && from >= 0) {
                Run part = {r.i + from, r.j + from, x - from};
                ok = push(&plain, &part, sizeof part);
                from = -1;
            }
        }
    }
    int32_t start = 0, pieces = LEN(Run, plain);
    if (ok && pieces) {
        trim(p, AS(Run, plain), &start, &pieces);
        Run first = AS(Run, plain)[start], last = AS(Run, plain)[pieces - 1];
        ok = stretch_on(w, p, lim, first.i - 1, first.j - 1, -1);
        for (int32_t r = LEN(Run, w->beyond) - 1; ok && r >= 0; r--) {
            Run one = AS(Run, w->beyond)[r];
            ok = add_run(&w->chain, one.i, one.j, 1);
        }
        for (int32_t r = start; ok && r < pieces; r++) {
            Run here = AS(Run, plain)[r];
            if (r > start) {
                Run before = AS(Run, plain)[r - 1];
                Run gap = {before.i + before.n, before.j + before.n, here.i - before.i - before.n};
                int32_t m = here.j - gap.j, taken_between = 0;
                for (int32_t x = gap.i; x < here.i; x++) taken_between |= w->covered[x];
                if (!taken_between && gap.n <= lim->gap && m <= lim->gap) ok = align_gap(w, p, gap, m, &w->chain);
            }
            ok = ok && add_run(&w->chain, here.i, here.j, here.n);
        }
        ok = ok && stretch_on(w, p, lim, last.i + last.n, last.j + last.n, 1);
        for (int32_t r = 0; ok && r < LEN(Run, w->beyond); r++) {
            Run one = AS(Run, w->beyond)[r];
            ok = add_run(&w->chain, one.i, one.j, 1);
        }
    }
    free(plain.data);
    return ok;
}

/* Whole sentences on this side, of three words or more? A gap that ends the text's words ends a sentence. */
static int whole_sentences(const uint8_t *marks, int32_t from, int32_t to) {
    return to - from >= 3 && (marks[from] & BREAK) && (marks[to] & BREAK);
}

/* Does a sentence end among these words, with three or more of them unmatched? */
static int ends_inside(const uint8_t *marks, int32_t from, int32_t to) {
    int32_t found = 0;
    for (int32_t x = from; x <= to; x++) found |= marks[x] & BREAK;
    return found && to - from >= 3;
}

static int splits(const Pair *p, const Limits *lim, Run x, Run y) {
    int32_t i = x.i + x.n, j = x.j + x.n, gap_i = y.i - i, gap_j = y.j - j;
    if (max32(gap_i, gap_j) > lim->split_long || abs(gap_i - gap_j) > lim->split_unequal) return 1;
    if (ends_inside(p->am, i, y.i) && ends_inside(p->bm, j, y.j)) return 1;
    return whole_sentences(p->am, i, y.i) || whole_sentences(p->bm, j, y.j);
}

static int emit(Work *w, const Pair *p, const Limits *lim, Run *run, int32_t first, int32_t end, int32_t derived,
                int32_t source, int32_t standing) {
    trim(p, run, &first, &end);
    int32_t equal = 0;
    for (int32_t r = first; r < end; r++) equal += run[r].n;
    if (equal < lim->least) return 1;
    int32_t length = max32(run[end - 1].i + run[end - 1].n - run[first].i, run[end - 1].j + run[end - 1].n - run[first].j);
    if (2 * equal < length) return 1;
    Found found = {derived, source, LEN(Run, w->out), LEN(Run, w->out) + end - first, equal, standing};
    memset(w->covered + run[first].i, 1, (size_t)(run[end - 1].i + run[end - 1].n - run[first].i));
    return push(&w->out, run + first, (size_t)(end - first) * sizeof(Run)) && push(&w->passages, &found, sizeof found);
}

typedef struct { int32_t first, end, words, standing; } Part;

/* The runs of a stretch cut into w->pieces, and those of one kind in a row as w->parts. */
static int cut(Work *w, const Pair *p, int32_t first, int32_t end) {
    w->pieces.used = w->parts.used = 0;
    for (int32_t r = first; r < end; r++) {
        Run run = AS(Run, w->chain)[r];
        for (int32_t x = 0, from = 0; x < run.n; x++) {
            if (x + 1 < run.n && p->standing[run.i + x] == p->standing[run.i + x + 1]) continue;
            Run piece = {run.i + from, run.j + from, x + 1 - from};
            int32_t kind = p->standing[run.i + x], at = LEN(Run, w->pieces), last = LEN(Part, w->parts) - 1;
            if (!push(&w->pieces, &piece, sizeof piece)) return 0;
            from = x + 1;
            if (last >= 0 && AS(Part, w->parts)[last].standing == kind) {
                AS(Part, w->parts)[last].end = at + 1;
                AS(Part, w->parts)[last].words += piece.n;
            } else {
                Part part = {at, at + 1, piece.n, kind};
                if (!push(&w->parts, &part, sizeof part)) return 0;
            }
        }
    }
    return 1;
}

/* A stretch of the chain, cut where standing text begins or ends; a set phrase inside a passage is part of it. */
static int emit_parts(Work *w, const Pair *p, const Limits *lim, int32_t first, int32_t end, int32_t derived,
                      int32_t source) {
    if (!cut(w, p, first, end)) return 0;
    int32_t count = LEN(Part, w->parts);
    Part *part = AS(Part, w->parts);
    int32_t of_kind[2] = {0, 0};
    for (int32_t q = 0; q < count; q++) of_kind[part[q].standing] += part[q].words;
    int32_t is_standing = 3 * of_kind[0] < of_kind[1] || (of_kind[0] < lim->standing_edge && of_kind[0] <= of_kind[1]);
    for (int32_t q = 0; q < count; q++) {
        int32_t limit = !q || q + 1 == count ? lim->standing_edge : lim->standing_inside;
        if (is_standing) part[q].standing = 1;
        else if (part[q].words < limit && 2 * part[q].words <= of_kind[0]) part[q].standing = 0;
    }
    for (int32_t q = 0, from = 0; q < count; q++) {
        if (q + 1 < count && part[q + 1].standing == part[q].standing) continue;
        int32_t low = part[from].first, high = part[q].end, kind = part[from].standing;
        from = q + 1;
        w->merged.used = 0;
        for (int32_t r = low; r < high; r++) {
            Run run = AS(Run, w->pieces)[r];
            if (!add_run(&w->merged, run.i, run.j, run.n)) return 0;
        }
        if (!emit(w, p, lim, AS(Run, w->merged), 0, LEN(Run, w->merged), derived, source, kind)) return 0;
    }
    return 1;
}

typedef struct { int32_t score, run; } Ranked;

static int by_score(const void *left, const void *right) {
    const Ranked *x = left, *y = right;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return x->run < y->run ? -1 : 1;
}

static int align_pair(Work *w, const Pair *p, const Limits *lim, const Place *places, int32_t first, const int32_t *next,
                      int32_t derived, int32_t source) {
    if (!maximal_runs(p, lim, places, first, next, &w->runs)) return 0;
    int32_t count = LEN(Run, w->runs), total = 0;
    for (int32_t r = 0; r < count; r++) total += AS(Run, w->runs)[r].n;
    if (total < lim->seed) return 1;
    if (!link_runs(&w->runs, lim, &w->links)) return 0;
    Link *link = AS(Link, w->links);
    int32_t *members = malloc((size_t)count * sizeof *members);
    Ranked *ranked = malloc((size_t)count * sizeof *ranked);
    int ok = members && ranked;
    memset(w->covered, 0, (size_t)p->n);
    for (int32_t r = 0; ok && r < count; r++) ranked[r] = (Ranked){link[r].score, r};
    if (ok) qsort(ranked, (size_t)count, sizeof *ranked, by_score);
    for (int32_t at = 0; ok && at < count; at++) {
        int32_t size = 0;
        for (int32_t r = ranked[at].run; r >= 0 && !link[r].is_used; r = link[r].before) {
            link[r].is_used = 1;
            members[size++] = r;
        }
        if (size) ok = build_chain(w, p, lim, members, size);
        else continue;
        for (int32_t first = 0, r = 1, all = LEN(Run, w->chain); ok && all && r <= all; r++)
            if (r == all || splits(p, lim, AS(Run, w->chain)[r - 1], AS(Run, w->chain)[r])) {
                ok = emit_parts(w, p, lim, first, r, derived, source);
                first = r;
            }
    }
    free(members);
    free(ranked);
    return ok;
}

typedef struct {
    const uint64_t *hashes;
    const uint8_t *marks, *standing;
    const int64_t *bounds;
    const Place *places;
    int32_t documents_count;
} Corpus;

static int by_number(const void *left, const void *right) {
    int32_t x = *(const int32_t *)left, y = *(const int32_t *)right;
    return x < y ? -1 : x > y;
}

static int align_document(Work *w, const Corpus *c, const Limits *lim, int64_t low, int64_t high, int32_t derived) {
    int32_t count = (int32_t)(high - low), sources = 0, ok = 1;
    const Place *place = c->places + low;
    int32_t *next = malloc((size_t)count * sizeof *next), *met = malloc((size_t)count * sizeof *met);
    if (!next || !met) ok = 0;
    for (int32_t s = count - 1; ok && s >= 0; s--) { /* backwards, so that each list runs forwards */
        int32_t source = place[s].source;
        if (w->head[source] < 0) met[sources++] = source;
        next[s] = w->head[source];
        w->head[source] = s;
    }
    if (ok) qsort(met, (size_t)sources, sizeof *met, by_number);
    for (int32_t s = 0; s < sources; s++) {
        int32_t source = met[s];
        Pair p = {c->hashes + c->bounds[derived], c->hashes + c->bounds[source], c->marks + c->bounds[derived],
                  c->marks + c->bounds[source], c->standing + c->bounds[derived], (int32_t)(c->bounds[derived + 1] - c->bounds[derived]),
                  (int32_t)(c->bounds[source + 1] - c->bounds[source])};
        if (ok) ok = align_pair(w, &p, lim, place, w->head[source], next, derived, source);
        w->head[source] = -1;
    }
    free(next);
    free(met);
    return ok;
}

static int align_all(Work *w, const Corpus *c, const Limits *lim, int64_t count) {
    int64_t longest = 0;
    for (int32_t d = 0; d < c->documents_count; d++)
        if (c->bounds[d + 1] - c->bounds[d] > longest) longest = c->bounds[d + 1] - c->bounds[d];
    w->head = malloc(((size_t)c->documents_count + 1) * sizeof *w->head);
    w->covered = malloc((size_t)longest + 1);
    if (!w->head || !w->covered) return 0;
    for (int32_t d = 0; d < c->documents_count; d++) w->head[d] = -1;
    for (int64_t low = 0, high; low < count; low = high) {
        int32_t derived = c->places[low].derived;
        for (high = low; high < count && c->places[high].derived == derived;) high++;
        if (!align_document(w, c, lim, low, high, derived)) return 0;
    }
    return 1;
}

static PyObject *align(PyObject *module, PyObject *args) {
    Py_buffer hashes, marks, standing, bounds, places;
    Limits lim;
    (void)module;
    if (!PyArg_ParseTuple(args, "(y*y*y*)y*y*(iiiiiiiiii)", &hashes, &marks, &standing, &bounds, &places, &lim.seed,
                          &lim.least, &lim.gap, &lim.drift, &lim.look_back, &lim.split_long, &lim.split_unequal,
                          &lim.window, &lim.standing_edge, &lim.standing_inside))
        return NULL;
    Work w;
    memset(&w, 0, sizeof w);
    Corpus c = {hashes.buf, marks.buf, standing.buf, bounds.buf, places.buf, (int32_t)(bounds.len / 8) - 1};
    int ok;
    Py_BEGIN_ALLOW_THREADS
    ok = align_all(&w, &c, &lim, places.len / (Py_ssize_t)sizeof(Place));
    Py_END_ALLOW_THREADS
    PyObject *result = ok ? Py_BuildValue("NN", taken(&w.passages), taken(&w.out)) : PyErr_NoMemory();
    Buffer *buffers[] = {&w.runs, &w.links, &w.chain, &w.out, &w.passages, &w.scratch, &w.beyond, &w.pieces, &w.parts, &w.merged};
    for (size_t b = 0; b < sizeof buffers / sizeof *buffers; b++) free(buffers[b]->data);
    free(w.head);
    free(w.covered);
    free(w.cells);
    Py_buffer *views[] = {&hashes, &marks, &standing, &bounds, &places};
    for (size_t v = 0; v < sizeof views / sizeof *views; v++) PyBuffer_Release(views[v]);
    return result;
}

/* ---- links between texts -------------------------------------------------------------------------------------- */

typedef struct {
    const int64_t *bounds;
    const int32_t *texts, *places;
    const uint8_t *listed, *latest, *first, *wanted;
} Table;

static int link_rows(const Table *t, int64_t row, int64_t other, Buffer *out) {
    int32_t link[4] = {t->texts[row], t->texts[other], t->places[row], t->places[other]};
    return push(out, link, sizeof link);
}

/* The holders of one phrase: each wanted one is linked to the latest listed texts before it, and to the first. */
static int link_phrase(const Table *t, int64_t phrase, int64_t *listed, Buffer *out) {
    int64_t count = 0;
    for (int64_t row = t->bounds[phrase]; row < t->bounds[phrase + 1]; row++) {
        if (t->wanted[t->texts[row]]) {
            int64_t before = count;
            while (before > 0 && t->texts[listed[before - 1]] == t->texts[row]) before--;
            int64_t low = before > t->latest[row] ? before - t->latest[row] : 0;
            for (int64_t at = before - 1; at >= low; at--)
                if (!link_rows(t, row, listed[at], out)) return 0;
            for (int64_t at = 0; at < low && at < t->first[row]; at++)
                if (!link_rows(t, row, listed[at], out)) return 0;
        }
        if (t->listed[row]) listed[count++] = row;
    }
    return 1;
}

static PyObject *link_texts(PyObject *module, PyObject *args) {
    Py_buffer bounds, texts, places, listed, latest, first, wanted;
    (void)module;
    if (!PyArg_ParseTuple(args, "(y*y*y*y*y*y*)y*", &bounds, &texts, &places, &listed, &latest, &first, &wanted))
        return NULL;
    Table t = {bounds.buf, texts.buf, places.buf, listed.buf, latest.buf, first.buf, wanted.buf};
    int64_t phrases = bounds.len / 8 - 1, longest = 0;
    for (int64_t p = 0; p < phrases; p++)
        if (t.bounds[p + 1] - t.bounds[p] > longest) longest = t.bounds[p + 1] - t.bounds[p];
    Buffer out = {0};
    int64_t *rows = malloc(((size_t)longest + 1) * sizeof *rows);
    int ok = rows != NULL;
    Py_BEGIN_ALLOW_THREADS
    for (int64_t p = 0; ok && p < phrases; p++) ok = link_phrase(&t, p, rows, &out);
    Py_END_ALLOW_THREADS
    PyObject *result = ok ? taken(&out) : PyErr_NoMemory();
    free(rows);
    free(out.data);
    Py_buffer *views[] = {&bounds, &texts, &places, &listed, &latest, &first, &wanted};
    for (size_t v = 0; v < sizeof views / sizeof *views; v++) PyBuffer_Release(views[v]);
    return result;
}

/* ---- links that differ between two states ----------------------------------------------------------------------- */

typedef struct {
    Table table;
    int64_t *listed, row, end, count; /* the listed rows of a phrase before the row that is looked at */
} State;

static int before_in_order(const Table *t, int64_t row, const Table *u, int64_t other) {
    if (t->texts[row] != u->texts[other]) return t->texts[row] < u->texts[other] ? -1 : 1;
    return t->places[row] < u->places[other] ? -1 : t->places[row] > u->places[other];
}

/* The rows that one row is linked to: from `low` to `high` of those listed, and the `first` of all; none for none. */
typedef struct { int64_t at, first, low, high; } Linked;

static Linked linked_to(const State *s, int is_there) {
    Linked linked = {0, 0, 0, 0};
    if (!is_there) return linked;
    const Table *t = &s->table;
    linked.high = s->count;
    while (linked.high > 0 && t->texts[s->listed[linked.high - 1]] == t->texts[s->row]) linked.high--;
    linked.low = linked.high > t->latest[s->row] ? linked.high - t->latest[s->row] : 0;
    linked.first = t->first[s->row] < linked.low ? t->first[s->row] : linked.low;
    if (!linked.first) linked.at = linked.low;
    return linked;
}

static int is_left(const Linked *linked) { return linked->at < linked->high; }

static void go_on(Linked *linked) {
    if (++linked->at == linked->first) linked->at = linked->low;
}

static int links_apart(const State *old, int in_old, const State *new, int in_new, Buffer *lost, Buffer *gained) {
    Linked x = linked_to(old, in_old), y = linked_to(new, in_new);
    while (is_left(&x) || is_left(&y)) {
        int order = !is_left(&x) ? 1 : !is_left(&y) ? -1 : before_in_order(&old->table, old->listed[x.at], &new->table, new->listed[y.at]);
        if (order < 0 && !link_rows(&old->table, old->row, old->listed[x.at], lost)) return 0;
        if (order > 0 && !link_rows(&new->table, new->row, new->listed[y.at], gained)) return 0;
        if (order <= 0) go_on(&x);
        if (order >= 0) go_on(&y);
    }
    return 1;
}

static void pass(State *s) {
    if (s->table.listed[s->row]) s->listed[s->count++] = s->row;
    s->row++;
}

static int relink_phrase(State *old, State *new, const uint8_t *wanted, Buffer *lost, Buffer *gained) {
    while (old->row < old->end || new->row < new->end) {
        int order = old->row == old->end ? 1 : new->row == new->end ? -1 : before_in_order(&old->table, old->row, &new->table, new->row);
        int32_t text = order <= 0 ? old->table.texts[old->row] : new->table.texts[new->row];
        if (wanted[text] && !links_apart(old, order <= 0, new, order >= 0, lost, gained)) return 0;
        if (order <= 0) pass(old);
        if (order >= 0) pass(new);
    }
    return 1;
}

static PyObject *relinked(PyObject *module, PyObject *args) {
    Py_buffer v[13];
    (void)module;
    if (!PyArg_ParseTuple(args, "(y*y*y*y*y*y*)(y*y*y*y*y*y*)y*", &v[0], &v[1], &v[2], &v[3], &v[4], &v[5], &v[6], &v[7],
                          &v[8], &v[9], &v[10], &v[11], &v[12]))
        return NULL;
    State states[2];
    int64_t phrases = v[0].len / 8 - 1;
    int ok = 1;
    for (int s = 0; s < 2; s++) {
        Py_buffer *of = v + 6 * s;
        State state = {{of[0].buf, of[1].buf, of[2].buf, of[3].buf, of[4].buf, of[5].buf, v[12].buf}, NULL, 0, 0, 0};
        int64_t longest = 0;
        for (int64_t p = 0; p < phrases; p++)
            if (state.table.bounds[p + 1] - state.table.bounds[p] > longest)
                longest = state.table.bounds[p + 1] - state.table.bounds[p];
        state.listed = malloc(((size_t)longest + 1) * sizeof *state.listed);
        ok = ok && state.listed;
        states[s] = state;
    }
    Buffer lost = {0}, gained = {0};
    Py_BEGIN_ALLOW_THREADS
    for (int64_t p = 0; ok && p < phrases; p++) {
        for (int s = 0; s < 2; s++) {
            states[s].row = states[s].table.bounds[p];
            states[s].end = states[s].table.bounds[p + 1];
            states[s].count = 0;
        }
        ok = relink_phrase(&states[0], &states[1], v[12].buf, &lost, &gained);
    }
    Py_END_ALLOW_THREADS
    PyObject *result = ok ? Py_BuildValue("NN", taken(&lost), taken(&gained)) : PyErr_NoMemory();
    free(states[0].listed);
    free(states[1].listed);
    free(lost.data);
    free(gained.data);
    for (size_t each = 0; each < sizeof v / sizeof *v; each++) PyBuffer_Release(v + each);
    return result;
}

/* ---- fingerprints in common ----------------------------------------------------------------------------------- */

typedef struct { uint64_t *slots; uint8_t *used; size_t room; } Set;

static int fill(Set *set, const uint64_t *grams, int64_t count) {
    size_t room = 64;
    while (room < (size_t)count * 2) room *= 2;
    if (room > set->room) {
        uint64_t *slots = realloc(set->slots, room * sizeof *slots);
        if (slots) set->slots = slots;
        uint8_t *used = realloc(set->used, room);
        if (used) set->used = used;
        if (!slots || !used) return 0;
        set->room = room;
    }
    memset(set->used, 0, set->room);
    for (int64_t g = 0; g < count; g++) {
        size_t at = grams[g] & (set->room - 1);
        while (set->used[at] && set->slots[at] != grams[g]) at = (at + 1) & (set->room - 1);
        set->used[at] = 1;
        set->slots[at] = grams[g];
    }
    return 1;
}

static int32_t among(const Set *set, const uint64_t *grams, int64_t count) {
    int32_t found = 0;
    for (int64_t g = 0; g < count; g++) {
        size_t at = grams[g] & (set->room - 1);
        while (set->used[at] && set->slots[at] != grams[g]) at = (at + 1) & (set->room - 1);
        found += set->used[at];
    }
    return found;
}

typedef struct {
    const Py_buffer *columns;
    const int32_t *of;
    const int64_t *starts, *sizes;
} Lying;

static const uint64_t *grams_of(const Lying *l, int64_t text) {
    return (const uint64_t *)l->columns[l->of[text]].buf + l->starts[text];
}

static int count_common(const Lying *l, const int64_t *one, const int64_t *other, Py_ssize_t pairs, Buffer *out) {
    Set set = {0};
    int ok = 1;
    for (Py_ssize_t p = 0; ok && p < pairs; p++) {
        int64_t x = one[p], y = other[p];
        if (!p || one[p - 1] != x) ok = fill(&set, grams_of(l, x), l->sizes[x]);
        int32_t found = ok ? among(&set, grams_of(l, y), l->sizes[y]) : 0;
        ok = ok && push(out, &found, sizeof found);
    }
    free(set.slots);
    free(set.used);
    return ok;
}

static PyObject *overlaps(PyObject *module, PyObject *args) {
    PyObject *columns, *last, *result = NULL;
    Py_buffer of, starts, sizes, one, other;
    (void)module;
    if (!PyArg_ParseTuple(args, "(O!y*y*y*O)y*y*", &PyTuple_Type, &columns, &of, &starts, &sizes, &last, &one, &other)) return NULL;
    Py_ssize_t count = PyTuple_GET_SIZE(columns), opened = 0;
    Py_buffer *column = calloc((size_t)count + 1, sizeof *column);
    while (column && opened < count && !PyObject_GetBuffer(PyTuple_GET_ITEM(columns, opened), column + opened, PyBUF_SIMPLE))
        opened++;
    if (!column) PyErr_NoMemory();
    else if (opened == count) {
        Buffer out = {0};
        int ok;
        Py_BEGIN_ALLOW_THREADS
        Lying lying = {column, of.buf, starts.buf, sizes.buf};
        ok = count_common(&lying, one.buf, other.buf, one.len / 8, &out);
        Py_END_ALLOW_THREADS
        result = ok ? taken(&out) : PyErr_NoMemory();
        free(out.data);
    }
    while (opened > 0) PyBuffer_Release(column + --opened);
    free(column);
    Py_buffer *views[] = {&of, &starts, &sizes, &one, &other};
    for (size_t v = 0; v < sizeof views / sizeof *views; v++) PyBuffer_Release(views[v]);
    return result;
}

static PyMethodDef methods[] = {
    {"split", split, METH_VARARGS, "Hashes, starts, ends and marks of the words of a text."},
    {"fingerprints", fingerprints, METH_VARARGS, "Winnowed hashes of k words and their places."},
    {"align", align, METH_VARARGS, "Aligned passages between each document and the earlier ones."},
    {"link", link_texts, METH_VARARGS, "Links between the texts that hold a phrase."},
    {"relinked", relinked, METH_VARARGS, "Links that differ between two states of phrases."},
    {"overlaps", overlaps, METH_VARARGS, "How many fingerprints pairs of texts have in common."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_kernels", "Compiled kernels of lineage.", -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__kernels(void) { return PyModule_Create(&definition); }
