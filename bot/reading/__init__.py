"""From the bytes of a mail to what a person newly wrote, and to the visit it is about.

The way of a mail: `mime` parts it, `letter` makes a Letter of it, `automatic` says who talks, `visible` what is new,
`thread` which visit it is about and whether its sender may speak for that school. Nothing here raises on any bytes, and
everything is bounded in time and room.

What a trustworthy inbound pipeline checks, as gathered from other projects, and where it is done here ("not needed"
with the reason):

Loops and repeats
 1  same Message-ID once, hash without one    bot/message_ids.py; the letters' unique key in storage
 2  mail from our own address                 thread.attribute: let be, silently
 3  own notification come back                automatic: ours say Auto-Submitted; thread.attribute
 4  own loop marker header                    automatic: Auto-Submitted is the marker; X-Visit-… is never believed
 5  rejection notices at most once a day      not needed: no mail is ever rejected by mail, it goes to a person
 6  grace period of automatic answers         not needed: an automatic mail is never answered; three mails a day at most
 7  our automatic mail is marked              bot/wording (Auto-Submitted on all of it)
 8  rate limit at RCPT                        not needed: the mailbox's own server receives

Is a machine talking
 9  Auto-Submitted other than "no"            machine_words.HEADERS
10  Precedence bulk, junk, auto_reply         machine_words.HEADERS; not on a list to which people write
11  List-* headers                            automatic: only where nobody answers, or can post to the list
12  X-Auto-Response-Suppress                  automatic: only together with X-MS-Exchange-Inbox-Rules-Loop
13  X-Autoreply and its kin                   machine_words.HEADERS
14  Return-Path: <>                           machine_words.HEADERS, bounces
15  mailer-daemon, postmaster, no-reply       machine_words.SENDER, failure_words.SENDER
16  out-of-office subjects in many languages  machine_words.SUBJECT_START; standing_notices, left_posts beside them
17  out of office moves nothing on            bot/deciding.py, by Kind.AUTO_REPLY; bot/understanding/absences.py
18  challenge and response                    machine_words.PAIRS; bounces, where it comes as a report
19  operator's allow-list of machines         not needed: no machine's mail may book

Bounces
20  VERP key in the bounce address            not needed: the Message-ID of the returned mail is our key (25)
21  VERP hit without a failure                not needed, as 20
22  multipart/report, several recipients      bounces, also where a notice holds another server's report
23  bounces without a report                  bounce_notices, failure_words; flufl.bounce where those find nothing
24  delayed and 4.x.x are soft                bounces (DeliveryReport.permanent); delivered is no failure
25  Message-ID of the returned mail           bounces, thread.message_ids_to_look_up
26  score, threshold, decay                   not needed: one hard bounce only tries the next contact once, and tells
27  a bounce is never a reply                 automatic: Kind.BOUNCE before all

Who, and to which conversation
28  random reply key in the address           not needed: our Message-IDs hold 128 bits; the sender is checked as well
29  keys too old or unknown                   thread: a Message-ID that is not ours finds nothing
30  In-Reply-To before References, bounded    thread.message_ids_to_look_up
31  envelope headers before To                not needed: one mailbox, the recipient chooses nothing
32  no From, several From, broken From        letter, addresses, thread
33  sender behind a list or forwarder         thread: From only; a Reply-To elsewhere may not act
34  Authentication-Results of our own gateway thread.verdict
35  control headers of our own                thread: never read in incoming mail
36  spam verdict headers                      not needed: the gateway decides; a known sender in our thread is heard
37  inactive or blocked senders               thread, by the facts: active contacts only
38  cap on recipients and accounts            not needed: a mail creates no account and no recipient
39  who may answer is checked in the worker   handlers/on_letter.py, in the transaction that acts
40  addresses are blacked out in logs         handlers/logs.py; nothing here logs

Parsing
41  charset that lies or is unknown           charsets.decode
42  unknown or broken transfer encoding       mime.Part.data, charsets.decode_base64
43  NUL                                       charsets.clean
44  no lone surrogates                        charsets.clean
45  bare LF, CRLF, CR                         mime, lines.split
46  HTML-only, empty text part                letter
47  quotes by mail client in the HTML         html_marks, html_tags, html_page
48  format=flowed, DelSp                      plain.unflowed
49  forwarded mail is not trimmed             visible (Visible.forwarded); its From is nobody's
50  message/rfc822 is not the reply           letter, mime (bounded in depth and number)
51  TNEF                                      letter: listed as an attachment
52  uuencode, unterminated multiparts         plain.without_uuencoded, mime
53  attachments                               letter: listed with their hash, never opened
54  oversized mail                            mime: the first 50 MB are read, 10 of mere line breaks
55  more than 5,000 links                     not needed: links are neither followed nor shown
56  subject cut to 255, no CR or LF           letter
57  signed or encrypted mail                  letter: a defect; automatic: portals are machines
58  Date missing or in the future             letter: a defect; only the time of receipt is ever used
59  command mail                              not needed: nothing in a mail is obeyed
60  limit of time for one message             the bounds here; handlers/explaining/mails.py stops the clock as well

Calendar answers
61  text/calendar anywhere in the tree        calendar_answer.calendar_of
62  only REPLY and COUNTER are answers        calendar_answer.ANSWERS
63  missing ORGANIZER or ATTENDEE             calendar_answer.read_calendar; who answers is the sender, never the file
64  no calendar part                          calendar_answer.is_notice; its words are told, and never book
65  DELEGATED, TENTATIVE, NEEDS-ACTION        calendar_answer; an old SEQUENCE, a foreign UID:
                                              bot/understanding/machines.py
66  a bounced invitation                      letter: a report goes before a calendar
"""
