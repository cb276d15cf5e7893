-- A question to the citizen that lets the clocks stand still once it is public: what is waited for.
alter table case_message add column holds_for text;
alter table answer_proposal add column holds_for text;
